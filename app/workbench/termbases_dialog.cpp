#include "workbench/termbases_dialog.h"

#include "session/entries_file.h"
#include "workbench/entry_table.h"
#include "workbench/questions.h"
#include "workbench/termbase_service.h"
#include "workbench/theme.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

const QString shippedPath = QStringLiteral("builtin");

QString kindText(const session::TermbaseInfo &termbase)
{
    if (!termbase.problem.isEmpty())
        return TermbasesDialog::tr("cannot be read");
    return termbase.readOnly ? TermbasesDialog::tr("read-only") : TermbasesDialog::tr("can be edited");
}

session::TermbaseInfo infoOf(const QString &path, const TermbaseService &service)
{
    session::TermbaseInfo info;
    info.path = path;
    info.name = path == shippedPath ? path : QFileInfo(path).completeBaseName();
    info.own = path == service.options().ownFile;
    info.readOnly = !path.endsWith(QLatin1String(".vtb"));
    info.entries = -1; // not read yet
    return info;
}

} // namespace

TermbasesDialog::TermbasesDialog(TermbaseService &service, Questions &questions, const QStringList &unused,
                                 QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_questions(questions)
    , m_table(new QTableWidget(this))
    , m_problem(new QLabel(this))
    , m_up(new QPushButton(tr("&Up"), this))
    , m_down(new QPushButton(tr("&Down"), this))
{
    setWindowTitle(tr("Termbases"));
    for (const session::TermbaseInfo &termbase : service.termbases()->list())
        m_lines.append({termbase, true});
    QStringList others = unused;
    others.prepend(shippedPath);
    others.prepend(service.options().ownFile);
    for (const QString &path : others) {
        const bool known = std::any_of(m_lines.begin(), m_lines.end(),
                                       [&](const Line &line) { return line.termbase.path == path; });
        if (!known && !path.isEmpty())
            m_lines.append({infoOf(path, service), false});
    }
    m_usedBefore = used();
    m_unusedBefore = this->unused();
    makeTable();
    layOut();
    connect(m_table, &QTableWidget::currentCellChanged, this, &TermbasesDialog::showDetails);
    connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (!m_filling && item->column() == 0)
            m_lines[item->row()].used = item->checkState() == Qt::Checked;
    });
    fill();
    m_table->setCurrentCell(0, 0);
}

void TermbasesDialog::makeTable()
{
    m_table->setColumnCount(3);
    m_table->setHorizontalHeaderLabels({tr("Termbase"), tr("Entries"), tr("State")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Termbases"));
}

void TermbasesDialog::layOut()
{
    auto *head = new QLabel(tr("Where two termbases have the same term, the upper one counts."), this);
    head->setWordWrap(true);
    m_problem->setWordWrap(true);
    auto *add = new QPushButton(tr("&Add a file…"), this);
    auto *create = new QPushButton(tr("&New termbase…"), this);
    auto *close = new QPushButton(tr("OK"), this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton *button : {add, create, cancel, m_up, m_down})
        button->setAutoDefault(false);
    close->setDefault(true);
    auto *side = new QVBoxLayout;
    side->addWidget(m_up);
    side->addWidget(m_down);
    side->addSpacing(12);
    side->addWidget(add);
    side->addWidget(create);
    side->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_table, 1);
    middle->addLayout(side);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(head);
    layout->addLayout(middle, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    resize(680, 360);
    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(add, &QPushButton::clicked, this, [this] {
        for (const QString &path : m_questions.glossariesToOpen(this))
            addFile(path);
    });
    connect(create, &QPushButton::clicked, this, [this] {
        const QString path = m_questions.glossaryToSave(
            this, QDir::home().filePath(tr("terms") + QStringLiteral(".vtb")), tr("Termbase (*.vtb)"));
        if (!path.isEmpty())
            createFile(path);
    });
    connect(close, &QPushButton::clicked, this, &TermbasesDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void TermbasesDialog::fill()
{
    m_filling = true;
    m_table->setRowCount(static_cast<int>(m_lines.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Line &line = m_lines[row];
        auto *name = new QTableWidgetItem(termbaseText(line.termbase));
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        name->setCheckState(line.used ? Qt::Checked : Qt::Unchecked);
        name->setToolTip(line.termbase.path);
        m_table->setItem(row, 0, name);
        m_table->setItem(row, 1,
                         new QTableWidgetItem(line.termbase.entries < 0
                                                  ? QString()
                                                  : QLocale().toString(line.termbase.entries)));
        m_table->setItem(row, 2, new QTableWidgetItem(kindText(line.termbase)));
    }
    m_filling = false;
}

void TermbasesDialog::showDetails()
{
    const int row = m_table->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_table->rowCount());
    if (row < 0)
        return;
    const session::TermbaseInfo &termbase = m_lines[row].termbase;
    QStringList lines;
    if (termbase.path != shippedPath)
        lines.append(QDir::toNativeSeparators(termbase.path));
    if (!termbase.problem.isEmpty())
        lines.append(termbase.problem);
    lines += termbase.warnings.mid(0, 3);
    m_problem->setText(lines.join(u'\n'));
}

void TermbasesDialog::moveCurrent(int by)
{
    const int from = m_table->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_table->rowCount())
        return;
    m_lines.move(from, to);
    fill();
    m_table->setCurrentCell(to, 0);
}

void TermbasesDialog::setUsed(int row, bool used)
{
    m_table->item(row, 0)->setCheckState(used ? Qt::Checked : Qt::Unchecked);
}

void TermbasesDialog::addFile(const QString &path)
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines[row].termbase.path == path) {
            setUsed(row, true);
            m_table->setCurrentCell(row, 0);
            return;
        }
    }
    // Below the user's own, above what is shipped.
    int at = 0;
    while (at < m_lines.size() && m_lines[at].termbase.path != shippedPath)
        ++at;
    m_lines.insert(at, {infoOf(path, m_service), true});
    fill();
    m_table->setCurrentCell(at, 0);
}

void TermbasesDialog::createFile(const QString &path)
{
    const QString file = path.endsWith(QLatin1String(".vtb")) ? path : path + QLatin1String(".vtb");
    const Result<void> made = session::createTermbase(file);
    if (made.ok())
        addFile(file);
    else
        m_problem->setText(made.error().text());
}

QStringList TermbasesDialog::used() const
{
    QStringList paths;
    for (const Line &line : m_lines) {
        if (line.used)
            paths.append(line.termbase.path);
    }
    return paths;
}

QStringList TermbasesDialog::unused() const
{
    QStringList paths;
    for (const Line &line : m_lines) {
        if (!line.used)
            paths.append(line.termbase.path);
    }
    return paths;
}

void TermbasesDialog::accept()
{
    if (used().isEmpty()) {
        m_problem->setText(tr("Tick one termbase at least."));
        return;
    }
    if (used() != m_usedBefore || unused() != m_unusedBefore)
        emit chosen(used(), unused());
    QDialog::accept();
}

} // namespace verbale::workbench
