#include "workbench/harvest_pane.h"

#include "workbench/document_controller.h"
#include "workbench/finding_words.h"
#include "workbench/harvest_table.h"
#include "workbench/icons.h"
#include "workbench/later.h"
#include "workbench/message_bar.h"
#include "workbench/termbase_service.h"

#include <QtCore/QFileInfo>
#include <QtCore/QPointer>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

/// As a new entry: its source is the document, its example the first place.
glossary::ConceptEntry entryOf(const HarvestCandidate &candidate, const QString &document)
{
    const session::HarvestedTerm &term = candidate.term;
    glossary::ConceptEntry entry;
    entry.authority = document;
    entry.terms = {{QStringLiteral("vi"), term.vi}, {QStringLiteral("en"), candidate.english}};
    if (!term.contexts.isEmpty()) {
        entry.terms.first().extra.append(
            {QStringLiteral("descrip"), QStringLiteral("context"), term.contexts.first().vi.simplified()});
    }
    if (!term.abbreviation.isEmpty() && term.abbreviation != candidate.english) {
        glossary::Term abbreviation{QStringLiteral("en"), term.abbreviation, TermStatus::Admitted};
        abbreviation.abbreviation = true;
        entry.terms.append(abbreviation);
    }
    return entry;
}

} // namespace

HarvestPane::HarvestPane(TermbaseService &service, DocumentController &document, const QString &dismissedFile,
                         QWidget *parent)
    : QDockWidget(parent)
    , m_service(service)
    , m_document(document)
    , m_dismissed(dismissedFile)
    , m_table(new HarvestTable(this))
    , m_title(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_again(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_bar(new MessageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_view(new QTableView(this))
    , m_empty(new QLabel(this))
{
    setFeatures(QDockWidget::NoDockWidgetFeatures);
    setTitleBarWidget(new QWidget(this)); // the pane has a head of its own
    setUpView();
    layOut();
    connectAll();
    retranslate();
    hide();
}

HarvestPane::~HarvestPane()
{
    m_stop.request_stop();
}

void HarvestPane::setUpView()
{
    m_view->setModel(m_table);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    QHeaderView *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(HarvestTable::Count, QHeaderView::ResizeToContents);
    m_view->installEventFilter(this);
}

void HarvestPane::layOut()
{
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_progress->hide();
    m_again->setAutoDefault(false);
    m_close->setIcon(icon(Glyph::Close));
    m_close->setIconSize({16, 16});
    m_close->setAutoRaise(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(24);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_head = new QWidget(this);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(12, 4, 8, 4);
    head->setSpacing(10);
    head->addWidget(m_title, 1);
    head->addWidget(m_progress);
    head->addWidget(m_again);
    head->addWidget(m_close);
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    setWidget(page);
    m_bar->installEventFilter(this);
    m_pages->setMinimumHeight(3 * m_view->verticalHeader()->defaultSectionSize());
}

void HarvestPane::connectAll()
{
    connect(m_again, &QPushButton::clicked, this, [this] { m_looking ? stop() : look(); });
    connect(m_close, &QToolButton::clicked, this, &HarvestPane::close);
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() != HarvestTable::English) // a second click writes there
            goToPlace();
    });
    // What is typed is the English.
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid() && index.column() != HarvestTable::English)
                    m_view->setCurrentIndex(index.siblingAtColumn(HarvestTable::English));
            });
    // Enter in the field of the English means the same as in the list.
    connect(m_view->itemDelegate(), &QAbstractItemDelegate::closeEditor, this,
            [this](QWidget *, QAbstractItemDelegate::EndEditHint hint) {
                if (hint == QAbstractItemDelegate::SubmitModelCache)
                    accept();
            });
    connect(&m_service, &TermbaseService::changed, this, &HarvestPane::settle);
    connect(&m_document, &DocumentController::opened, this, [this] {
        forget();
        if (isVisible())
            look();
    });
    connect(&m_document, &DocumentController::closed, this, [this] {
        forget();
        hide();
    });
}

void HarvestPane::toggle()
{
    if (isVisible() && isAncestorOf(QApplication::focusWidget())) {
        close();
        return;
    }
    show();
    if (!m_looked && !m_looking)
        look();
    if (m_pages->currentWidget() == m_view)
        m_view->setFocus(Qt::ShortcutFocusReason);
    else
        m_again->setFocus(Qt::ShortcutFocusReason);
}

void HarvestPane::close()
{
    stop();
    hide();
    emit left();
}

void HarvestPane::forget()
{
    stop();
    m_looked = false;
    m_problem.clear();
    m_done.clear();
    m_undone.clear();
    m_table->show({});
    m_bar->hide();
    updateHead();
}

void HarvestPane::stop()
{
    if (!m_looking)
        return;
    m_stop.request_stop();
    ++m_run;
    m_looking = false;
    m_problem = tr("Stopped.");
    updateHead();
}

void HarvestPane::look()
{
    stop();
    if (!m_document.hasDocument())
        return;
    m_looking = true;
    m_problem.clear();
    m_bar->hide();
    m_progress->setRange(0, 0);
    updateHead();
    m_service.whenReady(this, [this, run = ++m_run] {
        if (run == m_run)
            start();
    });
}

void HarvestPane::start()
{
    m_stop = StopSource();
    session::HarvestOptions options;
    for (const QString &path : m_service.glossaries())
        options.glossaries.append({path});
    options.stop = m_stop.get_token();
    QPointer<HarvestPane> self(this);
    options.progress = [self, run = m_run](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            qApp,
            [self, run, done, total] {
                if (!self || self->m_run != run || total <= 0)
                    return;
                self->m_progress->setRange(0, 1000);
                self->m_progress->setValue(static_cast<int>(done * 1000 / total));
            },
            Qt::QueuedConnection);
    };
    const auto work = [options, document = m_document.document(), dismissed = m_dismissed]() mutable {
        Found found{session::harvestDocument(document, options), dismissed, {}};
        if (const Result<void> read = dismissed.load(); read.ok())
            found.dismissed = dismissed;
        else
            found.dismissed = read.error();
        for (const SegmentRef &ref : document.segments())
            found.keys.append(document.segmentKey(ref));
        return found;
    };
    whenDone(this, runLater(work), [this, run = m_run](const Found &found) {
        if (run == m_run)
            take(found);
    });
}

void HarvestPane::take(const Found &found)
{
    m_looking = false;
    m_looked = true;
    m_done.clear();
    m_undone.clear();
    m_visited = -1;
    QList<HarvestCandidate> candidates;
    if (found.dismissed.ok())
        m_dismissed = found.dismissed.value();
    else
        m_bar->show(MessageBar::Kind::Warning, found.dismissed.error().text());
    if (!found.terms.ok())
        m_problem = found.terms.error().text();
    for (const session::HarvestedTerm &term :
         found.terms.ok() ? found.terms.value() : QList<session::HarvestedTerm>()) {
        if (m_dismissed.contains(term.vi))
            continue;
        HarvestCandidate candidate{term, term.en};
        for (const session::HarvestContext &context : term.contexts) {
            if (const QString key = found.keys.value(context.segment); !candidate.places.contains(key))
                candidate.places.append(key);
        }
        candidates.append(candidate);
    }
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget());
    m_table->show(std::move(candidates));
    updateHead();
    if (m_table->rowCount() > 0) {
        m_view->setCurrentIndex(m_table->index(0, HarvestTable::English));
        if (hadKeyboard)
            m_view->setFocus(Qt::OtherFocusReason);
    }
}

qsizetype HarvestPane::current() const
{
    return m_table->candidateAt(m_view->currentIndex().row());
}

QString HarvestPane::shown(qsizetype candidate) const
{
    return m_table->candidates()[candidate].term.vi;
}

void HarvestPane::accept(bool inSpiteOfConflicts)
{
    const qsizetype number = current();
    if (number < 0 || m_looking)
        return;
    if (m_table->candidates()[number].english.isEmpty()) {
        m_view->edit(m_table->index(m_table->rowOf(number), HarvestTable::English));
        return;
    }
    const glossary::ConceptEntry entry =
        entryOf(m_table->candidates()[number], QFileInfo(m_document.path()).fileName());
    for (const session::TermConflict &conflict : m_service.termbases()->conflicts(entry)) {
        if (inSpiteOfConflicts || conflict.severity != QLatin1String("error"))
            continue;
        m_bar->show(MessageBar::Kind::Warning,
                    QStringLiteral("%1: %2").arg(findingTitle(conflict.code), conflict.message),
                    {{tr("Add it all the same"), [this, number] {
                          select(number);
                          accept(true);
                      }}});
        return;
    }
    m_undone.clear();
    put(number);
}

void HarvestPane::put(qsizetype number)
{
    const Result<session::EntryKey> key =
        m_service.add(entryOf(m_table->candidates()[number], QFileInfo(m_document.path()).fileName()));
    if (!key.ok()) {
        m_bar->show(MessageBar::Kind::Error, key.error().text());
        return;
    }
    m_done.append({number, Deed::Accepted});
    m_table->change(number, [&key](HarvestCandidate &candidate) {
        candidate.entry = key.value();
        candidate.accepted = true;
    });
    updateHead();
    m_bar->show(
        MessageBar::Kind::Info,
        tr("In your own terms now: %1 = %2").arg(shown(number), m_table->candidates()[number].english),
        {{tr("Undo"), [this] { undo(); }},
         {tr("Open it"), [this, entry = key.value()] { emit entryRequested(entry); }}});
}

bool HarvestPane::setDismissed(qsizetype number, bool dismissed)
{
    const Result<void> kept = dismissed ? m_dismissed.add(shown(number)) : m_dismissed.remove(shown(number));
    if (!kept.ok()) {
        m_bar->show(MessageBar::Kind::Error, kept.error().text());
        return false;
    }
    m_table->change(number, [dismissed](HarvestCandidate &candidate) { candidate.dismissed = dismissed; });
    updateHead();
    return true;
}

void HarvestPane::dismiss()
{
    const qsizetype number = current();
    if (number < 0 || m_looking || !setDismissed(number, true))
        return;
    m_undone.clear();
    m_done.append({number, Deed::Dismissed});
    m_bar->show(MessageBar::Kind::Info, tr("Not offered any more, in any document: %1").arg(shown(number)),
                {{tr("Undo"), [this] { undo(); }}});
}

void HarvestPane::undo()
{
    if (m_done.isEmpty())
        return;
    const auto [number, deed] = m_done.last();
    if (deed == Deed::Accepted) {
        const std::optional<glossary::StepName> step = m_service.undoStep();
        if (!step || step->action != QLatin1String("add") || step->label != shown(number)) {
            m_bar->show(MessageBar::Kind::Info,
                        tr("The termbases were changed since. The glossary window undoes it, step by step."));
            return;
        }
        m_service.undo(); // settle() brings the row back
    } else if (!setDismissed(number, false)) {
        return;
    }
    m_bar->hide();
    m_undone.append(m_done.takeLast());
    select(number);
}

void HarvestPane::redo()
{
    if (m_undone.isEmpty())
        return;
    const auto [number, deed] = m_undone.last();
    if (deed == Deed::Dismissed) {
        if (!setDismissed(number, true))
            return;
        m_done.append({number, deed});
    } else {
        const std::optional<glossary::StepName> step = m_service.redoStep();
        if (!step || step->action != QLatin1String("add") || step->label != shown(number))
            return;
        m_service.redo();
        m_done.append({number, deed});
    }
    m_undone.removeLast();
}

/// An accepted candidate comes back when its entry is gone, wherever that was undone.
void HarvestPane::settle()
{
    if (!m_service.isReady())
        return;
    for (qsizetype i = 0; i < m_table->candidates().size(); ++i) {
        const HarvestCandidate &candidate = m_table->candidates()[i];
        if (!candidate.entry)
            continue;
        const bool there = m_service.termbases()->find(*candidate.entry).has_value();
        if (there == candidate.accepted)
            continue;
        m_table->change(i, [there](HarvestCandidate &changed) { changed.accepted = there; });
        if (!there)
            select(i);
    }
    updateHead();
}

void HarvestPane::select(qsizetype candidate)
{
    if (const int row = m_table->rowOf(candidate); row >= 0)
        m_view->setCurrentIndex(m_table->index(row, HarvestTable::English));
}

/// To the first place; once more to the next one.
void HarvestPane::goToPlace()
{
    const qsizetype number = current();
    if (number < 0)
        return;
    const QStringList &places = m_table->candidates()[number].places;
    m_place = number == m_visited && !places.isEmpty() ? (m_place + 1) % places.size() : 0;
    m_visited = number;
    const int row = m_document.rowOfKey(places.value(m_place));
    if (row >= 0)
        emit segmentRequested(row);
    else
        m_bar->show(MessageBar::Kind::Info, tr("The document was cut otherwise since. Look again to find the "
                                               "place."));
}

QString HarvestPane::emptyText() const
{
    return m_pages->currentWidget() == m_empty ? m_empty->text() : QString();
}

void HarvestPane::updateHead()
{
    const int rows = m_table->rowCount();
    m_progress->setVisible(m_looking);
    m_again->setText(m_looking ? tr("Stop") : tr("Look &again"));
    m_again->setToolTip(m_looking ? tr("Stop looking (Esc)")
                                  : tr("Look through the document once more (F5)"));
    m_title->setText(m_looking   ? tr("Looking for names that no glossary knows…")
                     : rows == 0 ? tr("Term candidates")
                                 : tr("%n candidate(s) · Enter adds to your terms, Delete dismisses, Space "
                                      "shows the place",
                                      nullptr, rows));
    m_empty->setText(
        m_looking              ? QString()
        : !m_problem.isEmpty() ? m_problem
        : m_table->candidates().isEmpty()
            ? tr("Nothing to add: the glossaries know every name that stands here more than once "
                 "or has an acronym.")
            : tr("All candidates are decided. Ctrl+Z takes the last one back."));
    m_pages->setCurrentWidget(rows > 0 ? static_cast<QWidget *>(m_view) : m_empty);
}

void HarvestPane::retranslate()
{
    setWindowTitle(tr("Term candidates"));
    m_close->setToolTip(tr("Close the term candidates (Esc)"));
    m_close->setAccessibleName(tr("Close the term candidates (Esc)"));
    m_progress->setAccessibleName(tr("Looking for names that no glossary knows…"));
    m_view->setAccessibleName(tr("Term candidates"));
    m_table->renew();
    updateHead();
}

void HarvestPane::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        m_table->renew();
}

bool HarvestPane::handle(int key, Qt::KeyboardModifiers modifiers)
{
    const bool plain = modifiers == Qt::NoModifier || modifiers == Qt::KeypadModifier;
    if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter))
        accept();
    else if (plain && key == Qt::Key_Delete)
        dismiss();
    else if (plain && key == Qt::Key_Space)
        goToPlace();
    else if (plain && key == Qt::Key_F5)
        look();
    else if (plain && key == Qt::Key_Escape)
        m_looking ? stop() : close();
    else if (modifiers == Qt::ControlModifier && key == Qt::Key_Z)
        undo();
    else if ((modifiers == Qt::ControlModifier && key == Qt::Key_Y) ||
             (modifiers == (Qt::ControlModifier | Qt::ShiftModifier) && key == Qt::Key_Z))
        redo();
    else
        return false;
    return true;
}

bool HarvestPane::eventFilter(QObject *watched, QEvent *event)
{
    // A message takes the head's place, so that the list does not move.
    if (watched == m_bar && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        m_head->setVisible(event->type() == QEvent::HideToParent);
    if (watched == m_view && event->type() == QEvent::ShortcutOverride) {
        // The document's undo has the same keys.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool ours = key->modifiers().testFlag(Qt::ControlModifier) &&
                          (key->key() == Qt::Key_Z || key->key() == Qt::Key_Y);
        if (ours) {
            event->accept();
            return true;
        }
    }
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // What the field of the English leaves over is not meant for the list.
        const bool writing = m_view->indexWidget(m_view->currentIndex()) != nullptr;
        if (!writing && handle(key->key(), key->modifiers()))
            return true;
    }
    return QDockWidget::eventFilter(watched, event);
}

} // namespace verbale::workbench
