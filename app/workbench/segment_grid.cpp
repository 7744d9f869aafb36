#include "workbench/segment_grid.h"

#include "session/source_text.h"
#include "workbench/cell_text.h"
#include "workbench/source_delegate.h"
#include "workbench/target_delegate.h"
#include "workbench/target_editor.h"
#include "workbench/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QInputMethod>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

namespace verbale::workbench {

namespace {

/// A hidden header whose sections take their sizes from the grid alone: no style has to be asked 10,000
/// times.
class RowHeader final : public QHeaderView
{
public:
    explicit RowHeader(QWidget *parent) : QHeaderView(Qt::Vertical, parent) {}

protected:
    [[nodiscard]] QSize sectionSizeFromContents(int) const override { return {0, 0}; }
};

} // namespace

SegmentGrid::SegmentGrid(DocumentController &controller, QWidget *parent)
    : QTableView(parent)
    , m_controller(controller)
    , m_model(new SegmentModel(controller, this))
    , m_cache(controller)
    , m_editor(nullptr)
{
    setVerticalHeader(new RowHeader(this));
    setModel(m_model);
    m_editor = new TargetEditor(viewport());
    m_editor->hide();
    setItemDelegateForColumn(SegmentModel::Number, new StatusDelegate(this));
    setItemDelegateForColumn(SegmentModel::Status, new StatusDelegate(this));
    setItemDelegateForColumn(SegmentModel::Source, new SourceDelegate(m_cache, m_caret, this));
    setItemDelegateForColumn(SegmentModel::Target, new TargetDelegate(m_cache, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers); // the grid keeps an editor of its own
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setWordWrap(true);
    setAccessibleName(tr("Segments"));
    setAttribute(Qt::WA_InputMethodEnabled);
    setUpHeaders();
    connectController();
    connectEditor();
    setZoom(100);
}

SegmentGrid::~SegmentGrid() = default;

void SegmentGrid::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(8);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(false);
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(30);
    header->setFixedHeight(fontMetrics().height() + 14);
    header->setForegroundRole(QPalette::PlaceholderText);
    header->setSectionResizeMode(SegmentModel::Number, QHeaderView::Fixed);
    header->setSectionResizeMode(SegmentModel::Status, QHeaderView::Fixed);
    header->setSectionResizeMode(SegmentModel::Source, QHeaderView::Interactive);
    header->setSectionResizeMode(SegmentModel::Target, QHeaderView::Fixed);
    connect(header, &QHeaderView::sectionResized, this,
            [this](int section, int, int newWidth) { takeSplit(section, newWidth); });
}

void SegmentGrid::connectController()
{
    // After the model's own connections, so that it has its rows already.
    connect(&m_controller, &DocumentController::opened, this, &SegmentGrid::takeDocument);
    connect(&m_controller, &DocumentController::closed, this, &SegmentGrid::takeDocument);
    connect(&m_controller, &DocumentController::readOnlyChanged, this, &SegmentGrid::leaveEditor);
    connect(&m_controller, &DocumentController::edited, this, &SegmentGrid::rowEdited);
    connect(&m_controller, &DocumentController::restructuring, this, [this] {
        clearSourceCaret();
        leaveEditor();
    });
    connect(&m_controller, &DocumentController::rowsShifted, this, [this](int first, int removed, int added) {
        m_settling = true; // no row is measured until the table has the document's rows again
        m_cache.replaceRows(first, removed, added);
    });
    connect(&m_controller, &DocumentController::rowsReplaced, this, &SegmentGrid::rowsReplaced);
    connect(&m_controller, &DocumentController::targetsChanged, this, [this](const QList<int> &rows) {
        for (const int row : rows)
            m_cache.forget(row);
    });
    connect(&m_controller, &DocumentController::assisted, this, [this](const QList<int> &rows) {
        // Terms do not change a height; a target that was pre-translated does.
        const bool current = rows.contains(currentRow());
        for (const int row : rows) {
            if (m_controller.segment(row).hasTarget)
                m_cache.forget(row);
        }
        if (current && isEditing() && !m_editor->isComposing())
            m_editor->reload(m_controller.segment(currentRow()));
        settleRows();
        viewport()->update();
    });
}

void SegmentGrid::connectEditor()
{
    m_editor->setMarked([this]() -> const Segment * {
        const int row = currentRow();
        return row >= 0 && row < m_controller.rowCount() ? &m_controller.segment(row) : nullptr;
    });
    connect(&m_controller, &DocumentController::receiptsChanged, this, [this] {
        viewport()->update();
        m_editor->viewport()->update();
    });
    connect(m_editor, &TargetEditor::contentChanged, this, [this](const InlineText &content) {
        m_typing = true;
        m_controller.type(currentRow(), content);
        m_typing = false;
        growEditorRow();
    });
    connect(m_editor, &TargetEditor::cursorJumped, this, [this] { m_controller.endTyping(); });
    connect(m_editor, &TargetEditor::stepRequested, this, [this](int rows) {
        const int row = currentRow() + rows;
        if (row >= 0 && row < m_model->rowCount())
            goTo(row, true);
    });
    connect(m_editor, &TargetEditor::leaveRequested, this, &SegmentGrid::leaveEditor);
}

void SegmentGrid::takeDocument()
{
    m_caret.clear();
    m_editor->hide();
    m_cache.reset();
    layOutColumns();
    renewHeights();
    verticalScrollBar()->setValue(0);
}

void SegmentGrid::setZoom(int percent)
{
    const QFont font = textFont(percent);
    m_cache.setFont(font);
    m_editor->setTextFont(font);
    verticalScrollBar()->setSingleStep(QFontMetrics(font).height() * 2);
    layOutColumns();
    renewHeights();
    if (isEditing()) {
        loadEditor(currentRow());
        growEditorRow();
    }
    if (currentRow() >= 0)
        showRow(currentRow());
}

void SegmentGrid::setSourceShare(double share)
{
    m_share = qBound(0.2, share, 0.8);
    layOutColumns();
    renewHeights();
}

void SegmentGrid::layOutColumns()
{
    m_layingOut = true;
    const QFontMetrics metrics(font());
    const int number = metrics.horizontalAdvance(QString::number(qMax(100, m_model->rowCount()))) + 18;
    const int status = 46; // the state and, beside it, the warning
    const int texts = qMax(200, viewport()->width() - number - status);
    const int source = qRound(texts * m_share);
    setColumnWidth(SegmentModel::Number, number);
    setColumnWidth(SegmentModel::Status, status);
    setColumnWidth(SegmentModel::Source, source);
    setColumnWidth(SegmentModel::Target, texts - source);
    if (m_cache.setTextWidths(source - 2 * cellPaddingX, texts - source - 2 * cellPaddingX))
        renewHeights();
    m_layingOut = false;
    placeEditor();
}

void SegmentGrid::takeSplit(int section, int newWidth)
{
    if (m_layingOut || section != SegmentModel::Source)
        return;
    const int texts = columnWidth(SegmentModel::Target) + newWidth;
    const int all =
        viewport()->width() - columnWidth(SegmentModel::Number) - columnWidth(SegmentModel::Status);
    m_share = qBound(0.2, static_cast<double>(newWidth) / qMax(1, qMax(texts, all)), 0.8);
    layOutColumns();
}

void SegmentGrid::renewHeights()
{
    const int top = rowAt(0);
    verticalHeader()->resizeSections(QHeaderView::ResizeToContents);
    updateGeometries();
    if (top > 0)
        verticalScrollBar()->setValue(verticalHeader()->sectionPosition(top));
    settleRows();
}

bool SegmentGrid::settleOnce()
{
    const int count = m_model->rowCount();
    const int first = rowAt(0);
    // Not yet on the screen: no row can be seen, and "up to the last one" would be all of them.
    if (first < 0 || count == 0 || viewport()->height() <= 1)
        return false;
    int last = rowAt(viewport()->height() - 1);
    if (last < 0)
        last = count - 1;
    // What is on the screen already stays where it is.
    int anchor = first;
    while (anchor < last && !m_cache.isMeasured(anchor))
        ++anchor;
    if (!m_cache.isMeasured(anchor))
        anchor = first;
    const int anchorTop = rowViewportPosition(anchor);
    bool changed = false;
    for (int row = first; row <= last; ++row) {
        if (m_cache.isMeasured(row))
            continue;
        int height = m_cache.measure(row);
        if (row == currentRow() && isEditing())
            height = qMax(height, m_editor->contentHeight());
        if (height == rowHeight(row))
            continue;
        setRowHeight(row, height);
        changed = true;
    }
    if (changed) {
        updateGeometries();
        const int shift = rowViewportPosition(anchor) - anchorTop;
        if (shift != 0)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + shift);
    }
    return changed;
}

void SegmentGrid::settleRows()
{
    if (m_settling)
        return;
    m_settling = true;
    for (int pass = 0; pass < 4 && settleOnce(); ++pass) {
    }
    m_settling = false;
    placeEditor();
}

void SegmentGrid::growEditorRow()
{
    const int row = currentRow();
    if (row < 0)
        return;
    const int height = qMax(m_cache.measure(row), m_editor->contentHeight());
    if (height != rowHeight(row)) {
        setRowHeight(row, height);
        updateGeometries();
    }
    placeEditor();
    showRow(row);
}

void SegmentGrid::placeEditor()
{
    if (m_editor == nullptr || !m_editor->isVisibleTo(this))
        return;
    const QModelIndex cell = m_model->index(currentRow(), SegmentModel::Target);
    m_editor->setGeometry(visualRect(cell).adjusted(1, 1, -2, -2));
}

bool SegmentGrid::isEditing() const
{
    return m_editor->isVisibleTo(this);
}

void SegmentGrid::loadEditor(int row)
{
    const QString key = m_controller.document().segmentKey(m_controller.refAt(row));
    m_editor->load(m_controller.segment(row), m_controller.workingFile() + u'#' + key);
}

void SegmentGrid::openEditor()
{
    const int row = currentRow();
    if (row < 0 || !m_controller.isEditable(row) || isEditing())
        return;
    loadEditor(row);
    m_editor->show();
    growEditorRow();
}

void SegmentGrid::startEditing()
{
    openEditor();
    if (isEditing())
        m_editor->setFocus(Qt::OtherFocusReason);
}

/// Also while a dialog is in front: when it closes, the keyboard comes back here.
bool SegmentGrid::editorHasKeyboard() const
{
    return window()->focusWidget() == m_editor;
}

void SegmentGrid::leaveEditor()
{
    if (!isEditing())
        return;
    m_controller.endTyping();
    const bool hadKeyboard = editorHasKeyboard();
    m_editor->hide();
    if (hadKeyboard)
        setFocus(Qt::OtherFocusReason);
    viewport()->update();
}

void SegmentGrid::goTo(int row, bool edit)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    if (m_editor->isComposing())
        QGuiApplication::inputMethod()->commit();
    setCurrentIndex(m_model->index(row, SegmentModel::Target));
    showRow(row);
    if (edit)
        startEditing();
}

void SegmentGrid::showRow(int row)
{
    // Twice, for the first one may bring rows to the screen whose heights were only estimated.
    for (int pass = 0; pass < 2; ++pass) {
        const int top = rowViewportPosition(row);
        const int bottom = top + rowHeight(row);
        const int margin = qMin(viewport()->height() / 6, 80);
        int move = 0;
        if (bottom > viewport()->height() - margin)
            move = bottom - viewport()->height() + margin;
        if (top - move < (row == 0 ? 0 : margin / 2))
            move = top - (row == 0 ? 0 : margin / 2);
        if (move == 0)
            break;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + move);
        settleRows();
    }
}

void SegmentGrid::rowEdited(int row)
{
    m_cache.forget(row);
    if (row == currentRow() && isEditing()) {
        if (!m_typing && !m_editor->isComposing()) {
            m_editor->reload(m_controller.segment(row));
            growEditorRow();
        }
    } else {
        settleRows();
    }
    viewport()->update();
}

void SegmentGrid::rowsReplaced(int first, int, int added)
{
    constexpr int manyRows = 100; // each height that is set costs a pass over all of them
    m_settling = false;
    if (added > manyRows) {
        renewHeights();
    } else {
        for (int row = first; row < first + added; ++row)
            setRowHeight(row, m_cache.height(row));
    }
    layOutColumns(); // the numbers may need more room
    updateGeometries();
    settleRows();
    viewport()->update();
    emit visibleRowsChanged();
}

qsizetype SegmentGrid::targetCaret() const
{
    return isEditing() ? m_editor->textCursor().position() : -1;
}

void SegmentGrid::beginSourceCaret()
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_caret.begin(row, m_controller.segment(row).source.text);
    setFocus(Qt::OtherFocusReason);
    viewport()->update();
}

void SegmentGrid::beginSourceSelection()
{
    if (currentRow() < 0)
        return;
    m_caret.beginSelecting(currentRow());
    setFocus(Qt::OtherFocusReason);
    viewport()->update();
}

Span SegmentGrid::sourceSelection() const
{
    return m_caret.isAt(currentRow()) ? m_caret.selection() : Span();
}

Span SegmentGrid::targetSelection() const
{
    const QTextCursor cursor = m_editor->textCursor();
    return isEditing() ? Span{cursor.selectionStart(), cursor.selectionEnd()} : Span();
}

qsizetype SegmentGrid::sourcePosition(int row, const QPoint &at)
{
    const QRect cell = visualRect(m_model->index(row, SegmentModel::Source));
    const QPoint offset = cell.topLeft() + QPoint(cellPaddingX, cellPaddingY);
    const int position = m_cache.sourceDocument(row)->documentLayout()->hitTest(at - offset, Qt::FuzzyHit);
    return qBound(qsizetype(0), qsizetype(position), m_controller.segment(row).source.text.size());
}

qsizetype SegmentGrid::sourceCodeAt(int row, const QPoint &at)
{
    const QRect cell = visualRect(m_model->index(row, SegmentModel::Source));
    return chipAt(*m_cache.sourceDocument(row), at - cell.topLeft() - QPoint(cellPaddingX, cellPaddingY));
}

void SegmentGrid::setSourceCaret(const QPoint &at)
{
    const int row = indexAt(at).row();
    m_caret.set(row, sourcePosition(row, at));
    viewport()->update();
}

void SegmentGrid::clearSourceCaret()
{
    m_caret.clear();
    viewport()->update();
}

bool SegmentGrid::handleSourceCaret(QKeyEvent *event)
{
    if (!m_caret.takesKeys() || !m_caret.isAt(currentRow()))
        return false;
    const InlineText &source = m_controller.segment(currentRow()).source;
    if (event->matches(QKeySequence::Copy) && m_caret.selection().length() > 0) {
        QGuiApplication::clipboard()->setText(session::plainFromInline(source, m_caret.selection()));
        return true;
    }
    switch (m_caret.handle(*event, source.text)) {
    case SourceCaret::Answer::Moved:
        viewport()->update();
        return true;
    case SourceCaret::Answer::Split:
        emit splitRequested();
        return true;
    case SourceCaret::Answer::Selected: // it stays, beside what is selected in the translation
        startEditing();
        return true;
    case SourceCaret::Answer::Left:
        clearSourceCaret();
        startEditing();
        emit sourceCaretLeft();
        return true;
    case SourceCaret::Answer::Ignored:
        break;
    }
    return false;
}

void SegmentGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    const bool wasEditing = m_editor != nullptr && m_editor->isVisibleTo(this) && editorHasKeyboard();
    if (current.row() != previous.row() && m_editor != nullptr && m_editor->isVisibleTo(this))
        leaveEditor();
    QTableView::currentChanged(current, previous);
    if (current.row() == previous.row())
        return;
    m_caret.clear();
    if (previous.isValid() && previous.row() < m_model->rowCount()) {
        m_cache.forget(previous.row());
        settleRows();
    }
    emit currentRowChanged(current.row());
    if (wasEditing && current.isValid())
        startEditing();
}

void SegmentGrid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
    settleRows();
    if (isEditing())
        growEditorRow();
    emit visibleRowsChanged();
}

void SegmentGrid::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    settleRows();
    emit visibleRowsChanged();
}

QString SegmentGrid::stateText(int row) const
{
    const SegmentStatus status = statusOf(m_controller.segment(row));
    if (m_model->mayBeTranslated(row))
        return statusText(status);
    const QString locked = tr("Not to be translated");
    return status == SegmentStatus::Empty ? locked : statusText(status) + QStringLiteral(" · ") + locked;
}

QList<int> SegmentGrid::visibleRows() const
{
    QList<int> rows;
    const int first = rowAt(0);
    if (first < 0 || viewport()->height() <= 1)
        return rows;
    int last = rowAt(viewport()->height() - 1);
    if (last < 0)
        last = m_model->rowCount() - 1;
    for (int row = first; row <= last; ++row)
        rows.append(row);
    return rows;
}

void SegmentGrid::keyPressEvent(QKeyEvent *event)
{
    if (handleSourceCaret(event))
        return;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter || event->key() == Qt::Key_F2) {
        startEditing();
        if (!isEditing() && currentRow() >= 0)
            emit editRefused();
        return;
    }
    const bool types = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                       !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (types && currentRow() >= 0) {
        startEditing();
        if (isEditing())
            QCoreApplication::sendEvent(m_editor, event);
        else
            emit editRefused();
        return;
    }
    QTableView::keyPressEvent(event);
}

void SegmentGrid::inputMethodEvent(QInputMethodEvent *event)
{
    if (currentRow() < 0 || (event->preeditString().isEmpty() && event->commitString().isEmpty())) {
        event->ignore();
        return;
    }
    startEditing();
    if (isEditing())
        QCoreApplication::sendEvent(m_editor, event);
    else
        emit editRefused();
}

void SegmentGrid::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex pressed = indexAt(event->pos());
    if (!pressed.isValid() || event->button() != Qt::LeftButton) {
        QTableView::mousePressEvent(event);
        return;
    }
    const bool extends = event->modifiers() == Qt::ShiftModifier && m_caret.isAt(pressed.row());
    // The first click on a row only goes there: its cursor stands at the end, which is no place to insert.
    const bool here = pressed.row() == currentRow() && isEditing();
    if (here && pressed.column() == SegmentModel::Source && !extends) {
        const qsizetype code = sourceCodeAt(pressed.row(), event->pos());
        if (code >= 0) {
            emit sourceCodeClicked(code);
            return;
        }
    }
    goTo(pressed.row(), false);
    startEditing();
    m_selecting = pressed.column() == SegmentModel::Source;
    if (m_selecting && extends)
        m_caret.extend(sourcePosition(pressed.row(), event->pos()));
    else if (m_selecting)
        setSourceCaret(event->pos());
    else
        clearSourceCaret();
    viewport()->update();
    if (pressed.column() == SegmentModel::Target && isEditing()) {
        const QPoint inEditor = m_editor->viewport()->mapFrom(viewport(), event->pos());
        m_editor->setTextCursor(m_editor->cursorForPosition(inEditor));
    }
}

void SegmentGrid::mouseMoveEvent(QMouseEvent *event)
{
    event->accept(); // dragging the mouse over rows selects nothing but text of the source
    if (!m_selecting || !(event->buttons() & Qt::LeftButton) || !m_caret.isAt(currentRow()))
        return;
    m_caret.extend(sourcePosition(currentRow(), event->pos()));
    viewport()->update();
}

void SegmentGrid::mouseReleaseEvent(QMouseEvent *event)
{
    m_selecting = false;
    QTableView::mouseReleaseEvent(event);
}

void SegmentGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
    if (!m_selecting || !m_caret.isAt(currentRow()))
        return;
    m_caret.selectWord(m_controller.segment(currentRow()).source.text);
    m_selecting = false;
}

void SegmentGrid::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_editor != nullptr)
        viewport()->update();
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Segments"));
        emit m_model->headerDataChanged(Qt::Horizontal, 0, SegmentModel::ColumnCount - 1);
    }
}

void SegmentGrid::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!isEditing())
        return;
    // A frame around the editor says where the keyboard is.
    QPainter painter(viewport());
    const QRect frame = m_editor->geometry().adjusted(-1, -1, 1, 1);
    painter.setPen(QPen(coloursOf(palette()).accent, 2));
    painter.drawRect(frame);
}

} // namespace verbale::workbench
