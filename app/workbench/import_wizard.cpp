#include "workbench/import_wizard.h"

#include "workbench/entry_table.h"
#include "workbench/glossary_words.h"
#include "workbench/later.h"
#include "workbench/questions.h"
#include "workbench/termbase_service.h"
#include "workbench/theme.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QPointer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr qsizetype shownRows = 50;
constexpr qsizetype shownProblems = 2000;

void addAll(QListWidget *list, const QList<Error> &errors, const QString &what, const QColor &colour)
{
    for (const Error &error : errors) {
        if (list->count() >= shownProblems)
            return;
        const QString line = error.where.line > 0
                                 ? ImportWizard::tr("Line %1: %2").arg(error.where.line).arg(error.message)
                                 : error.message;
        auto *item = new QListWidgetItem(QStringLiteral("%1 · %2").arg(what, line), list);
        item->setForeground(colour);
        item->setToolTip(line);
    }
}

} // namespace

ImportWizard::ImportWizard(TermbaseService &service, Questions &questions, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_questions(questions)
    , m_pages(new QStackedWidget(this))
    , m_problem(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Import a glossary"));
    m_pages->addWidget(makeFilePage());
    m_pages->addWidget(makeTargetPage());
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_next->setDefault(true);
    m_back->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_progress, 1);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    resize(900, 540);
    connect(m_next, &QPushButton::clicked, this, &ImportWizard::goOn);
    connect(m_back, &QPushButton::clicked, this, &ImportWizard::goBack);
    connect(m_cancel, &QPushButton::clicked, this, &ImportWizard::reject);
    updateButtons();
}

ImportWizard::~ImportWizard()
{
    m_stop.request_stop();
}

QWidget *ImportWizard::makeFilePage()
{
    auto *page = new QWidget(this);
    m_choose = new QPushButton(tr("Choose a &file…"), page);
    m_choose->setAutoDefault(false);
    m_name = new QLabel(tr("TSV, CSV, XLSX, TBX, or OmegaT's three columns"), page);
    m_facts = new QLabel(page);
    m_facts->setWordWrap(true);
    m_rows = new QTableWidget(page);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionMode(QAbstractItemView::NoSelection);
    m_rows->setTabKeyNavigation(false);
    m_rows->horizontalHeader()->setHighlightSections(false);
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rows->verticalHeader()->hide();
    m_rows->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_rows->setAccessibleName(tr("The first rows, and what each column is"));
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_choose);
    head->addWidget(m_name, 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(m_facts);
    layout->addWidget(m_rows, 1);
    connect(m_choose, &QPushButton::clicked, this, [this] {
        const QStringList files = m_questions.glossariesToOpen(this);
        if (!files.isEmpty())
            chooseFile(files.first());
    });
    return page;
}

QWidget *ImportWizard::makeTargetPage()
{
    auto *page = new QWidget(this);
    m_target = new QComboBox(page);
    m_target->setAccessibleName(tr("Termbase"));
    m_summary = new QLabel(page);
    m_summary->setWordWrap(true);
    m_problems = new QListWidget(page);
    m_problems->setUniformItemSizes(true);
    m_problems->setAccessibleName(tr("Rows that are wrong or that stand twice"));
    m_skip = new QCheckBox(page);
    for (const session::TermbaseInfo &termbase : m_service.termbases()->list()) {
        if (!termbase.readOnly && termbase.problem.isEmpty())
            m_target->addItem(termbaseText(termbase), termbase.path);
    }
    auto *label = new QLabel(tr("Into the &termbase"), page);
    label->setBuddy(m_target);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(label);
    head->addWidget(m_target, 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(m_summary);
    layout->addWidget(m_problems, 1);
    layout->addWidget(m_skip);
    connect(m_target, &QComboBox::currentIndexChanged, this, &ImportWizard::lookAtImport);
    connect(m_skip, &QCheckBox::toggled, this, &ImportWizard::updateButtons);
    return page;
}

int ImportWizard::page() const
{
    return m_pages->currentIndex();
}

void ImportWizard::chooseFile(const QString &path)
{
    m_path = path;
    m_options = {};
    m_name->setText(QFileInfo(path).fileName());
    m_name->setToolTip(path);
    m_file = {};
    lookAtFile();
}

void ImportWizard::lookAtFile()
{
    m_fileReady = false;
    setWorking(true);
    session::GlossaryImportOptions options;
    options.columns = m_options.columns;
    whenDone(this, runLater([path = m_path, options] {
                 return session::previewGlossary({path}, options, shownRows);
             }),
             [this, run = ++m_run](const Result<session::GlossaryPreview> &preview) {
                 if (run != m_run)
                     return;
                 setWorking(false);
                 showFile(preview);
             });
}

void ImportWizard::showFile(const Result<session::GlossaryPreview> &preview)
{
    if (!preview.ok()) {
        m_file = {};
        m_rows->setRowCount(0);
        m_rows->setColumnCount(0);
        m_facts->clear();
        tell(preview.error().text());
        return;
    }
    m_file = preview.value();
    m_fileReady = !m_file.problem;
    QStringList facts{glossaryFormatText(m_file.format)};
    if (!m_file.encoding.isEmpty())
        facts.append(m_file.encoding);
    if (!m_file.sheet.isEmpty())
        facts.append(tr("sheet “%1”").arg(m_file.sheet));
    facts.append(tr("%1 rows").arg(QLocale().toString(m_file.rowCount)));
    if (!m_file.rejected.isEmpty())
        facts.append(tr("rejected: %1").arg(QLocale().toString(m_file.rejected.size())));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    showColumns();
    tell(m_file.problem ? m_file.problem->text() : QString());
}

/// Above each column stands what it is; a choice reads the file anew.
void ImportWizard::showColumns()
{
    const int columns = static_cast<int>(m_file.columns.size());
    const bool same = m_columns.size() == columns && m_rows->columnCount() == columns;
    const bool table =
        m_file.format != QLatin1String("tbx-basic") && m_file.format != QLatin1String("tbx-v2");
    if (!same) {
        m_columns.clear();
        m_rows->clear();
        m_rows->setColumnCount(columns);
    }
    m_rows->setRowCount(1 + static_cast<int>(m_file.rows.size()));
    for (int i = 0; i < columns; ++i) {
        const session::GlossaryColumn &column = m_file.columns[i];
        const QString name = column.name.isEmpty() ? tr("Column %1").arg(i + 1) : column.name;
        m_rows->setHorizontalHeaderItem(i, new QTableWidgetItem(name));
        if (!same) {
            auto *box = new QComboBox(m_rows);
            box->addItem(tr("— left out —"), QString());
            for (const QString &field : session::glossaryFields())
                box->addItem(glossaryFieldText(field), field);
            box->setAccessibleName(tr("What the column “%1” is").arg(name));
            m_rows->setCellWidget(0, i, box);
            m_columns.append(box);
            connect(box, &QComboBox::activated, this, [this, i] {
                m_options.columns.insert(m_file.columns[i].key, m_columns[i]->currentData().toString());
                lookAtFile();
            });
        }
        m_columns[i]->setCurrentIndex(m_columns[i]->findData(column.field));
        m_columns[i]->setEnabled(table);
        for (int row = 0; row < static_cast<int>(m_file.rows.size()); ++row) {
            auto *item = new QTableWidgetItem(m_file.rows[row].value(i));
            item->setToolTip(item->text());
            if (column.field.isEmpty())
                item->setForeground(coloursOf(palette()).quietText);
            m_rows->setItem(row + 1, i, item);
        }
        if (!same)
            m_rows->setColumnWidth(i, qBound(130, m_columns[i]->sizeHint().width(), 240));
    }
}

void ImportWizard::goOn()
{
    if (page() == 0) {
        m_pages->setCurrentIndex(1);
        m_skip->setChecked(false);
        lookAtImport();
        m_target->setFocus(Qt::TabFocusReason);
    } else {
        importNow();
    }
}

void ImportWizard::goBack()
{
    ++m_run;
    setWorking(false);
    m_pages->setCurrentIndex(0);
    tell({});
}

void ImportWizard::lookAtImport()
{
    if (page() != 1 || !m_service.isReady())
        return;
    m_importReady = false;
    m_stop.request_stop();
    m_stop = StopSource();
    setWorking(true);
    session::ImportOptions options = m_options;
    options.skipBadRows = true; // what the rest would be is to be seen; it is asked before it is done
    whenDone(this,
             m_service.termbases()->previewImport(m_path, m_target->currentData().toString(), options,
                                                  m_stop.get_token()),
             [this, run = ++m_run](const Result<session::ImportPreview> &preview) {
                 if (run != m_run)
                     return;
                 setWorking(false);
                 showImport(preview);
             });
}

void ImportWizard::showImport(const Result<session::ImportPreview> &preview)
{
    m_problems->clear();
    if (!preview.ok()) {
        m_preview = {};
        m_summary->clear();
        tell(preview.error().text());
        return;
    }
    m_preview = preview.value();
    m_importReady = true;
    const QLocale locale;
    QStringList lines{
        tr("<b>%1</b> entries will be imported.").arg(locale.toString(m_preview.entries.size()))};
    if (m_preview.left > 0)
        lines.append(tr("%1 are there already and say nothing new: they are left out.")
                         .arg(locale.toString(m_preview.left)));
    if (!m_preview.rejected.isEmpty())
        lines.append(tr("%1 rows cannot be read.").arg(locale.toString(m_preview.rejected.size())));
    for (const QString &warning : std::as_const(m_preview.warnings))
        lines.append(warning.toHtmlEscaped());
    m_summary->setText(lines.join(QStringLiteral("<br>")));
    const Colours &c = coloursOf(palette());
    addAll(m_problems, m_preview.rejected, tr("rejected"), c.forbidden);
    addAll(m_problems, m_preview.duplicates, tr("twice"), c.deprecated);
    m_problems->setVisible(m_problems->count() > 0);
    m_skip->setText(
        tr("&Leave out the rows that cannot be read: %1").arg(locale.toString(m_preview.rejected.size())));
    m_skip->setVisible(!m_preview.rejected.isEmpty());
    tell({});
}

void ImportWizard::importNow()
{
    session::ImportOptions options = m_options;
    options.skipBadRows = m_skip->isChecked();
    m_stop = StopSource();
    setWorking(true);
    QPointer<ImportWizard> self(this);
    const auto progress = [self](qint64 done, qint64 total) {
        const int share = total > 0 ? static_cast<int>(done * 1000 / total) : 0;
        QMetaObject::invokeMethod(
            qApp,
            [self, share] {
                if (self && self->m_working && share > 0) {
                    self->m_progress->setRange(0, 1000);
                    self->m_progress->setValue(share);
                }
            },
            Qt::QueuedConnection);
    };
    whenDone(this, m_service.termbases()->importEntries(m_preview, options, m_stop.get_token(), progress),
             [this, run = ++m_run](const Result<session::TermbaseUpdate> &update) {
                 if (update.ok()) // what is written is seen, even when nobody waits for it any more
                     m_service.take(update.value());
                 if (run != m_run)
                     return;
                 setWorking(false);
                 if (!update.ok()) {
                     tell(update.error().text());
                     return;
                 }
                 emit imported(static_cast<int>(update.value().entries));
                 accept();
             });
}

void ImportWizard::reject()
{
    const bool importing = m_working && page() == 1 && m_importReady;
    m_stop.request_stop();
    if (!importing) // what stops while it writes says so before the wizard closes
        QDialog::reject();
}

void ImportWizard::setWorking(bool working)
{
    m_working = working;
    m_progress->setRange(0, 0);
    m_progress->setVisible(working);
    updateButtons();
}

void ImportWizard::updateButtons()
{
    const bool last = page() == 1;
    m_back->setEnabled(last && !m_working);
    m_next->setText(last ? tr("&Import") : tr("&Next"));
    const bool clean = m_preview.rejected.isEmpty() || m_skip->isChecked();
    m_next->setEnabled(!m_working &&
                       (last ? m_importReady && clean && !m_preview.entries.isEmpty() : m_fileReady));
    m_choose->setEnabled(!m_working);
    m_pages->setEnabled(!m_working || !last);
}

void ImportWizard::tell(const QString &problem)
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, coloursOf(colours).forbidden);
    m_problem->setPalette(colours);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    updateButtons();
}

} // namespace verbale::workbench
