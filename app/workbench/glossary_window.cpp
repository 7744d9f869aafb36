#include "workbench/glossary_window.h"

#include "workbench/document_controller.h"
#include "workbench/entry_pane.h"
#include "workbench/entry_table.h"
#include "workbench/findings_panel.h"
#include "workbench/glossary_actions.h"
#include "workbench/glossary_layout.h"
#include "workbench/icons.h"
#include "workbench/message_bar.h"
#include "workbench/questions.h"
#include "workbench/termbase_service.h"
#include "workbench/uses_panel.h"
#include "workbench/window_layout.h"

#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr int previewAfter = 250; // ms after the last letter of a search
constexpr int lintAfter = 700;
constexpr int usesAfter = 300;

} // namespace

GlossaryWindow::GlossaryWindow(TermbaseService &service, DocumentController &document, Questions &questions,
                               const QByteArray &state, QWidget *parent)
    : QMainWindow(parent)
    , m_service(service)
    , m_document(document)
    , m_questions(questions)
    , m_actions(new GlossaryActions(this))
    , m_bar(new MessageBar(this))
    , m_filters(new GlossaryFilters(this))
    , m_table(new QTableView(this))
    , m_model(new EntryTable(service, this))
    , m_pane(new EntryPane(service, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
    , m_panels(new QStackedWidget(this))
    , m_findings(new FindingsPanel(this))
    , m_uses(new UsesPanel(document, this))
    , m_tools(addToolBar(QString()))
    , m_count(new QLabel(this))
    , m_unsaved(new QLabel(this))
{
    setWindowIcon(programIcon());
    for (const auto &[timer, wait] : {std::pair{&m_preview, previewAfter}, std::pair{&m_lintSoon, lintAfter},
                                      std::pair{&m_usesSoon, usesAfter}}) {
        timer->setSingleShot(true);
        timer->setInterval(wait);
    }
    makeTable();
    makeToolBar();
    layOut();
    connectActions();
    connectPane();
    connectService();
    connectDocument();
    restore(state);
    retranslate();
    m_service.whenReady(this, [this] { findAgain(); });
    find();
}

GlossaryWindow::~GlossaryWindow()
{
    disconnect(&m_service, nullptr, this, nullptr);
    disconnect(&m_document, nullptr, this, nullptr);
}

void GlossaryWindow::makeTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new EntryDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 6);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    m_table->installEventFilter(this);
}

/// The terms have what the others leave of a width.
void GlossaryWindow::shareColumns(int width)
{
    const int letter = fontMetrics().averageCharWidth();
    QHeaderView *header = m_table->horizontalHeader();
    int left = width;
    for (const auto &[column, letters] :
         {std::pair{EntryTable::Domain, 13}, std::pair{EntryTable::Status, 17},
          std::pair{EntryTable::Source, 18}, std::pair{EntryTable::Changed, 14}}) {
        header->resizeSection(column, letters * letter);
        // The last two are for those who scroll or have a large screen.
        left -= column < EntryTable::Source ? letters * letter : 0;
    }
    for (const int column : {EntryTable::Vietnamese, EntryTable::English})
        header->resizeSection(column, qMax(24 * letter, left / 2));
}

void GlossaryWindow::makeToolBar()
{
    m_tools->setObjectName(QStringLiteral("glossaryTools"));
    m_tools->setMovable(false);
    m_tools->setContextMenuPolicy(Qt::PreventContextMenu);
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->addAction((*m_actions)[GlossaryAct::New]);
    m_tools->addAction((*m_actions)[GlossaryAct::Save]);
    m_tools->addSeparator();
    m_tools->addAction((*m_actions)[GlossaryAct::Undo]);
    m_tools->addAction((*m_actions)[GlossaryAct::Redo]);
    m_tools->addSeparator();
    m_tools->addAction((*m_actions)[GlossaryAct::Confirm]);
}

void GlossaryWindow::layOut()
{
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addWidget(m_rows, 1);
    m_panels->addWidget(m_findings);
    m_panels->addWidget(m_uses);
    m_panels->hide();
    m_rows->addWidget(m_table);
    m_rows->addWidget(m_panels);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 1);
    m_rows->setChildrenCollapsible(false);
    m_columns->addWidget(left);
    m_columns->addWidget(m_pane);
    m_columns->setStretchFactor(0, 3);
    m_columns->setStretchFactor(1, 2);
    m_columns->setChildrenCollapsible(false);
    m_pane->setMinimumWidth(fontMetrics().averageCharWidth() * 46);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_columns, 1);
    setCentralWidget(central);
    m_count->setContentsMargins(10, 3, 10, 3);
    m_unsaved->setContentsMargins(10, 3, 10, 3);
    m_unsaved->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_count);
    statusBar()->addPermanentWidget(m_unsaved);
    setTabOrder(m_filters->authority(), m_table);
    setTabOrder(m_table, m_pane);
}

void GlossaryWindow::restore(const QByteArray &state)
{
    const GlossaryLayout layout = glossaryLayoutFrom(state);
    resize(1340, 760);
    if (!layout.geometry.isEmpty())
        restoreGeometry(layout.geometry);
    resize(fittingSize(size(), screen()->availableSize()));
    if (!layout.columns.isEmpty())
        m_columns->restoreState(layout.columns);
    else
        m_columns->setSizes({width() * 11 / 20, width() * 9 / 20});
    if (!layout.header.isEmpty())
        m_table->horizontalHeader()->restoreState(layout.header);
    else
        shareColumns(width() * 11 / 20);
    // What was typed into the search field belongs to another day.
    m_filters->setFilter(layout.filter);
}

QByteArray GlossaryWindow::keptState() const
{
    GlossaryFilter filter = m_filters->filter();
    filter.typed.clear();
    return toBytes(GlossaryLayout{saveGeometry(), m_columns->saveState(),
                                  m_table->horizontalHeader()->saveState(), filter});
}

session::TermFilter GlossaryWindow::filter() const
{
    const GlossaryFilter wanted = m_filters->filter();
    session::TermFilter filter;
    filter.typed = wanted.typed;
    if (!wanted.domain.isEmpty())
        filter.domain = wanted.domain;
    if (!wanted.authority.isEmpty())
        filter.authority = wanted.authority;
    filter.status = wanted.status;
    filter.termbase = wanted.termbase;
    // Who looks into one termbase wants to see all of it.
    filter.overridden = !wanted.termbase.isEmpty();
    if (wanted.onlyUsed) {
        const QList<QString> used = m_usesByEntry.keys();
        filter.keys = QSet<QString>(used.begin(), used.end());
    }
    return filter;
}

void GlossaryWindow::find()
{
    m_selecting = true;
    m_model->show(filter());
    m_selecting = false;
    if (m_pane->current())
        select(*m_pane->current(), m_firstFind);
    m_firstFind = false;
    m_preview.start();
    updateActions();
    updateStatus();
}

/// After a change of the termbases: the same place in the same list, its texts anew.
void GlossaryWindow::findAgain()
{
    const int top = m_table->rowAt(0);
    const int known = m_model->rowCount();
    fillChoices();
    find();
    m_preview.stop();
    while (m_model->rowCount() < known && m_model->canFetchMore({}))
        m_model->fetchMore({});
    if (top >= 0 && top < m_model->rowCount())
        m_table->scrollTo(m_model->index(top, 0), QAbstractItemView::PositionAtTop);
    if (m_pane->current())
        m_pane->refresh(usesOfEntry(*m_pane->current()));
    else if (!m_pane->isNew()) // it may be a new one that is being saved, and stays where it is
        m_preview.start();
    updateDrafts();
    if (m_panels->isVisible() && m_panels->currentWidget() == m_findings)
        m_lintSoon.start();
}

void GlossaryWindow::fillChoices()
{
    if (!m_service.isReady())
        return;
    QList<GlossaryFilters::NamedTermbase> termbases;
    for (const session::TermbaseInfo &termbase : m_service.termbases()->list())
        termbases.append({termbase.path, termbaseText(termbase)});
    m_filters->setChoices(m_service.termbases()->domains(), m_service.termbases()->authorities(), termbases);
}

void GlossaryWindow::select(const session::EntryKey &key, bool scroll)
{
    const int row = m_model->rowOf(key);
    m_selecting = true;
    m_table->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row, 0));
    if (row < 0)
        m_table->clearSelection();
    m_selecting = false;
    if (row >= 0 && scroll)
        m_table->scrollTo(m_model->index(row, 0));
}

/// The entry of the table's current row in the form.
void GlossaryWindow::showCurrent()
{
    const session::TermRow *row = m_model->row(m_table->currentIndex().row());
    if (m_selecting || row == nullptr)
        return;
    m_preview.stop();
    const session::EntryKey key = row->key;
    m_pane->open(key, usesOfEntry(key));
    // Leaving the entry of before may have saved it, which fills the table anew.
    select(key, false);
    if (m_panels->isVisible() && m_panels->currentWidget() == m_uses)
        showUses();
    updateActions();
}

void GlossaryWindow::openEntry(const session::EntryKey &key)
{
    m_service.whenReady(this, [this, key] {
        m_preview.stop();
        m_pane->open(key, usesOfEntry(key));
        select(key, true);
        if (m_panels->isVisible() && m_panels->currentWidget() == m_uses)
            showUses();
        updateActions();
    });
}

void GlossaryWindow::newEntry(const glossary::ConceptEntry &entry)
{
    m_service.whenReady(this, [this, entry] {
        m_preview.stop();
        m_pane->openNew(entry);
        m_selecting = true;
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        m_selecting = false;
        updateActions();
    });
}

void GlossaryWindow::step(int by)
{
    const int row = m_table->currentIndex().row() + by;
    if (row >= m_model->rowCount() && m_model->canFetchMore({}))
        m_model->fetchMore({});
    if (row >= 0 && row < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row, 0));
}

QList<session::EntryKey> GlossaryWindow::selectedKeys() const
{
    QList<session::EntryKey> keys;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows) {
        if (const session::TermRow *row = m_model->row(index.row()); row != nullptr)
            keys.append(row->key);
    }
    if (keys.isEmpty() && m_pane->current())
        keys.append(*m_pane->current());
    return keys;
}

int GlossaryWindow::usesOfEntry(const session::EntryKey &key) const
{
    return m_document.hasDocument() ? m_usesByEntry.value(key.toString()) : -1;
}

bool GlossaryWindow::mayClose()
{
    m_pane->leave();
    if (m_pane->unsavedCount() == 0)
        return true;
    switch (m_questions.unsavedEntries(this, m_pane->unsavedCount())) {
    case Questions::Unsaved::Save:
        if (m_pane->saveAll())
            return true;
        m_pane->openUnsaved();
        return false;
    case Questions::Unsaved::Discard:
        m_pane->discardAll();
        return true;
    case Questions::Unsaved::Cancel:
        break;
    }
    return false;
}

void GlossaryWindow::closeEvent(QCloseEvent *event)
{
    if (mayClose())
        event->accept();
    else
        event->ignore();
}

bool GlossaryWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Escape:
            m_filters->takeFocus();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (key->modifiers() == Qt::NoModifier) {
                (*m_actions)[GlossaryAct::ToForm]->trigger();
                return true;
            }
            break;
        case Qt::Key_Delete:
            if (key->modifiers() == Qt::NoModifier) {
                removeSelected();
                return true;
            }
            break;
        default:
            break;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void GlossaryWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    // Another program may have edited the termbases meanwhile.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_service.refresh();
}

} // namespace verbale::workbench
