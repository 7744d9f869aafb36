#include "workbench/export_wizard.h"

#include "session/entries_file.h"
#include "session/files.h"
#include "workbench/entry_table.h"
#include "workbench/glossary_words.h"
#include "workbench/later.h"
#include "workbench/questions.h"
#include "workbench/termbase_service.h"
#include "workbench/theme.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <limits>

namespace verbale::workbench {

namespace {

const QString shownEntries = QStringLiteral("*shown");
const QString selectedEntries = QStringLiteral("*selected");
constexpr qsizetype noLimit = std::numeric_limits<qsizetype>::max();

} // namespace

ExportWizard::ExportWizard(TermbaseService &service, Questions &questions, Choices choices, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_questions(questions)
    , m_choices(std::move(choices))
    , m_what(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_losses(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_write(new QPushButton(tr("&Write…"), this))
{
    setWindowTitle(tr("Export entries"));
    for (const QString &format : session::glossaryFormats())
        m_format->addItem(glossaryFormatText(format), format);
    fillChoices();
    m_what->setAccessibleName(tr("Entries"));
    m_format->setAccessibleName(tr("Format"));
    for (QLabel *label : {m_losses, m_problem}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    m_problem->hide();
    m_write->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(8);
    fields->addRow(tr("&Entries"), m_what);
    fields->addRow(tr("&Format"), m_format);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_write);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addLayout(fields);
    layout->addWidget(m_count);
    layout->addWidget(m_losses, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    resize(560, 320);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportWizard::preview);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportWizard::preview);
    connect(m_write, &QPushButton::clicked, this, &ExportWizard::write);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    preview();
}

void ExportWizard::fillChoices()
{
    m_what->addItem(tr("All termbases, as the document sees them"), QString());
    for (const session::TermbaseInfo &termbase : m_service.termbases()->list()) {
        if (termbase.problem.isEmpty() && (termbase.exists || !termbase.own))
            m_what->addItem(termbaseText(termbase), termbase.path);
    }
    m_what->addItem(tr("What the table shows"), shownEntries);
    if (m_choices.selected.size() > 1)
        m_what->addItem(tr("Selected entries: %1").arg(m_choices.selected.size()), selectedEntries);
    const QString proposed = m_choices.selected.size() > 1 ? selectedEntries : m_choices.termbase;
    m_what->setCurrentIndex(qMax(0, m_what->findData(proposed)));
}

QList<glossary::ConceptEntry> ExportWizard::entries() const
{
    QList<glossary::ConceptEntry> entries;
    const QString what = m_what->currentData().toString();
    if (what == selectedEntries) {
        for (const session::EntryKey &key : m_choices.selected) {
            if (const auto row = m_service.termbases()->find(key))
                entries.append(row->entry);
        }
        return entries;
    }
    session::TermFilter filter;
    if (what == shownEntries) {
        filter = m_choices.shown;
    } else {
        filter.termbase = what;
        filter.overridden = !what.isEmpty();
    }
    for (const session::TermRow &row : m_service.termbases()->search(filter, noLimit).rows)
        entries.append(row.entry);
    return entries;
}

void ExportWizard::preview()
{
    const QList<glossary::ConceptEntry> chosen = entries();
    m_write->setEnabled(false);
    m_bytes.clear();
    m_count->setText(tr("%1 entries").arg(QLocale().toString(chosen.size())));
    m_losses->setText(tr("Looking what the format can hold…"));
    whenDone(this, runLater([chosen, format = m_format->currentData().toString()] {
                 return session::entriesAsFile(chosen, QStringLiteral("Verbale"), format);
             }),
             [this, any = !chosen.isEmpty(), run = ++m_run](const Result<session::GlossaryFile> &file) {
                 if (run != m_run)
                     return;
                 if (!file.ok()) {
                     m_losses->setText(file.error().text());
                     return;
                 }
                 m_bytes = file.value().bytes;
                 m_write->setEnabled(any);
                 QStringList lines;
                 for (const QString &warning : file.value().warnings)
                     lines.append(QStringLiteral("• ") + warning.toHtmlEscaped());
                 m_losses->setText(lines.isEmpty()
                                       ? tr("The format holds all of it.")
                                       : tr("<b>What the format cannot hold</b>") + QStringLiteral("<br>") +
                                             lines.join(QStringLiteral("<br>")));
             });
}

void ExportWizard::write()
{
    const QString format = m_format->currentData().toString();
    const QString suffix = glossaryFormatSuffix(format);
    const QString proposal = QDir::home().filePath(QStringLiteral("glossary.") + suffix);
    QString path = m_questions.glossaryToSave(
        this, proposal,
        QStringLiteral("%1 (*.%2)").arg(glossaryFormatText(format).section(u'(', 0, 0).trimmed(), suffix));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u'.' + suffix;
    const Result<void> written = session::writeFile(path, m_bytes);
    if (!written.ok()) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, coloursOf(colours).forbidden);
        m_problem->setPalette(colours);
        m_problem->setText(written.error().text());
        m_problem->show();
        return;
    }
    emit exported(path);
    accept();
}

} // namespace verbale::workbench
