#include "workbench/editor_page.h"

#include "workbench/glossary_pane.h"
#include "workbench/left_out_pane.h"
#include "workbench/notes_pane.h"
#include "workbench/receipt_marks.h"
#include "workbench/segment_grid.h"
#include "workbench/status.h"
#include "workbench/suggestion_pane.h"
#include "workbench/tag_editing.h"
#include "workbench/target_editor.h"
#include "workbench/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

EditorPage::EditorPage(DocumentController &controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_grid(new SegmentGrid(controller, this))
    , m_glossary(new GlossaryPane(this))
    , m_suggestion(new SuggestionPane(this))
    , m_notes(new NotesPane(this))
    , m_leftOut(new LeftOutPane(this))
    , m_tags(new TagEditing(controller, *m_grid, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_panes(new QSplitter(Qt::Vertical, this))
{
    auto *above = new QWidget(this);
    auto *known = new QVBoxLayout(above);
    known->setContentsMargins(0, 0, 0, 0);
    known->setSpacing(0);
    known->addWidget(m_notes);
    known->addWidget(m_glossary, 1);
    m_panes->addWidget(above);
    m_panes->addWidget(m_suggestion);
    m_panes->setStretchFactor(0, 3);
    m_panes->setStretchFactor(1, 2);
    m_panes->setChildrenCollapsible(false);
    auto *left = new QWidget(this);
    auto *stack = new QVBoxLayout(left);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(0);
    stack->addWidget(m_grid, 1);
    stack->addWidget(m_leftOut);
    m_columns->addWidget(left);
    m_columns->addWidget(m_panes);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);
    m_columns->setChildrenCollapsible(false);
    m_panes->setMinimumWidth(250);
    m_grid->setMinimumWidth(420);
    m_columns->setSizes({1000, 330});
    m_panes->setSizes({420, 240});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);

    connect(m_grid, &SegmentGrid::currentRowChanged, this, &EditorPage::showCurrent);
    connect(m_glossary, &GlossaryPane::insertRequested, this, &EditorPage::insertText);
    connect(m_suggestion, &SuggestionPane::useRequested, this, &EditorPage::useDraft);
    connect(m_grid, &SegmentGrid::editRefused, this,
            [this] { emit hint(notEditableText(m_controller.isReadOnly())); });
    connect(m_grid, &SegmentGrid::splitRequested, this, &EditorPage::split);
    connect(m_leftOut, &LeftOutPane::bringBackRequested, this, &EditorPage::bringBack);
    connect(m_leftOut, &LeftOutPane::left, this, [this] { m_grid->startEditing(); });
    connect(&controller, &DocumentController::leftOutChanged, this,
            [this] { m_leftOut->show(m_controller.document().leftOut); });
    connect(&controller, &DocumentController::rowsReplaced, this, &EditorPage::showCurrent);
    connect(&controller, &DocumentController::opened, this, &EditorPage::takeDocument);
    connect(&controller, &DocumentController::closed, this, &EditorPage::showCurrent);
    connect(&controller, &DocumentController::assisted, this, [this](const QList<int> &rows) {
        if (rows.contains(m_grid->currentRow()))
            showCurrent();
    });
    connect(&controller, &DocumentController::receiptsChanged, this, &EditorPage::showReceipts);
    connect(m_glossary, &GlossaryPane::replaceRequested, this, &EditorPage::replaceAvoided);
    connect(m_tags, &TagEditing::hint, this, &EditorPage::hint);
    connect(m_tags, &TagEditing::refused, this,
            [this] { emit hint(notEditableText(m_controller.isReadOnly())); });
    connect(m_tags, &TagEditing::confirmRequested, this, &EditorPage::confirmAndGoOn);
}

void EditorPage::setZoom(int percent)
{
    m_grid->setZoom(percent);
    QFont font = textFont(percent);
    font.setPointSizeF(font.pointSizeF() * 0.95);
    m_suggestion->setTextFont(font);
}

void EditorPage::takeDocument()
{
    const int row = m_controller.firstUnconfirmed();
    m_leftOut->show(m_controller.document().leftOut);
    m_grid->goTo(row >= 0 ? row : 0, true);
    showCurrent();
}

void EditorPage::showCurrent()
{
    const int row = m_controller.hasDocument() ? m_grid->currentRow() : -1;
    const Segment *segment = row >= 0 && row < m_controller.rowCount() ? &m_controller.segment(row) : nullptr;
    m_glossary->showSegment(segment, segment != nullptr ? m_controller.shortForms(row) : QList<qsizetype>());
    m_suggestion->showSegment(segment);
    m_notes->showNotes(segment != nullptr ? &m_controller.unit(row) : nullptr,
                       segment != nullptr ? segment->id : QString());
    emit currentRowChanged(row);
}

/// The cards alone: the draft beside them does not change by what is typed.
void EditorPage::showReceipts(const QList<int> &rows)
{
    const int row = m_grid->currentRow();
    if (row >= 0 && row < m_controller.rowCount() && rows.contains(row))
        m_glossary->showSegment(&m_controller.segment(row), m_controller.shortForms(row));
}

void EditorPage::replaceAvoided()
{
    const int row = m_grid->currentRow();
    if (!mayWrite(row))
        return;
    const Segment &segment = m_controller.segment(row);
    for (const AvoidedMark &mark : avoidedMarks(segment)) {
        const TermReceipt receipt = segment.receipts[mark.receipt]; // the edit may end its receipt
        InlineText target = segment.target;
        const QString found = target.text.mid(mark.span.start, mark.span.length());
        if (receipt.expected.isEmpty() || found.contains(inlineCodeMark))
            continue;
        target.text.replace(mark.span.start, mark.span.length(), receipt.expected);
        m_controller.setTarget(row, target, tr("Replacing “%1”").arg(found));
        if (m_grid->isEditing()) { // behind all of the new wording, not behind the letters that differ
            QTextCursor cursor = m_grid->editor()->textCursor();
            cursor.setPosition(static_cast<int>(mark.span.start + receipt.expected.size()));
            m_grid->editor()->setTextCursor(cursor);
        }
        emit hint(tr("“%1” instead of “%2”. %3").arg(receipt.expected, found, receipt.reason).trimmed());
        return;
    }
    emit hint(tr("There is nothing to replace in this translation."));
}

void EditorPage::confirmAndGoOn()
{
    const int row = m_grid->currentRow();
    if (!mayWrite(row))
        return;
    if (!m_tags->mayConfirm(row))
        return;
    if (!m_controller.confirm(row)) {
        emit hint(tr("There is no translation to confirm yet."));
        m_grid->startEditing();
        return;
    }
    const int next = m_controller.nextUnconfirmed(row);
    if (next < 0)
        emit hint(tr("Every segment is confirmed."));
    else
        m_grid->goTo(next, true);
}

void EditorPage::takeBackConfirmation()
{
    const int row = m_grid->currentRow();
    if (row >= 0 && isConfirmed(statusOf(m_controller.segment(row))) && mayWrite(row))
        m_controller.reopen(row);
}

void EditorPage::insertTerm(int number)
{
    const QString english = m_glossary->term(number);
    if (!english.isEmpty())
        insertText(english);
}

void EditorPage::insertText(const QString &english)
{
    if (english.isEmpty())
        return;
    m_grid->startEditing();
    if (!m_grid->isEditing()) {
        emit hint(notEditableText(m_controller.isReadOnly()));
        return;
    }
    m_controller.endTyping();
    m_grid->editor()->insertTerm(english);
    m_controller.endTyping();
}

void EditorPage::useDraft()
{
    const int row = m_grid->currentRow();
    if (row < 0)
        return;
    if (!m_controller.useSuggestion(row)) {
        emit hint(m_controller.isEditable(row) ? tr("There is no draft for this segment.")
                                               : notEditableText(m_controller.isReadOnly()));
        return;
    }
    m_tags->tellMended(row);
    m_grid->startEditing();
}

void EditorPage::copySource()
{
    const int row = m_grid->currentRow();
    if (!mayWrite(row))
        return;
    m_controller.setTarget(row, m_controller.segment(row).source, tr("Copying the source"));
    m_grid->startEditing();
}

void EditorPage::goToNextUnconfirmed()
{
    const int next = m_controller.nextUnconfirmed(m_grid->currentRow());
    if (next < 0)
        emit hint(tr("Every segment is confirmed."));
    else
        m_grid->goTo(next, true);
}

void EditorPage::step(int rows)
{
    m_grid->goTo(qBound(0, m_grid->currentRow() + rows, qMax(0, m_controller.rowCount() - 1)), true);
}

void EditorPage::undo()
{
    const int row = m_controller.undo();
    if (row >= 0)
        m_grid->goTo(row, true);
}

void EditorPage::redo()
{
    const int row = m_controller.redo();
    if (row >= 0)
        m_grid->goTo(row, true);
}

void EditorPage::split()
{
    const int row = m_grid->currentRow();
    if (row < 0)
        return;
    if (!m_grid->sourceCaret().isAt(row)) {
        m_grid->beginSourceCaret();
        emit hint(tr("Left and Right move the cursor in the source, with Ctrl by words. Enter splits there, "
                     "Esc leaves."));
        return;
    }
    const qsizetype at = m_grid->sourceCaret().position();
    goAfter(m_controller.split(row, at, m_grid->targetCaret()));
}

void EditorPage::mergeWithNext()
{
    if (m_grid->currentRow() >= 0)
        goAfter(m_controller.mergeWithNext(m_grid->currentRow()));
}

void EditorPage::segmentAgain()
{
    const int row = m_grid->currentRow();
    if (row < 0)
        return;
    const QString key = m_controller.document().segmentKey(m_controller.refAt(row));
    const int changed = m_controller.segmentAgain();
    if (changed == 0) {
        emit hint(tr("The segmentation rules find nothing to change."));
        return;
    }
    const int now = m_controller.rowOfKey(key);
    m_grid->goTo(now >= 0 ? now : qMin(row, m_controller.rowCount() - 1), true);
    emit hint(tr("%n paragraph(s) were segmented again.", nullptr, changed));
}

void EditorPage::leaveOutOrBringBack()
{
    if (m_leftOut->hasKeyboard()) {
        bringBack(m_leftOut->currentLine());
        return;
    }
    const int row = m_grid->currentRow();
    if (row < 0)
        return;
    const Result<int> next = m_controller.leaveOut(row);
    goAfter(next);
    if (next.ok())
        emit hint(tr("The paragraph was left out. The list below the grid has it."));
}

void EditorPage::bringBack(int line)
{
    if (line < 0 || line >= m_controller.document().leftOut.size())
        return;
    const Result<int> row = m_controller.bringBack(line);
    if (!row.ok()) {
        emit hint(whyNot(row.error()));
        return;
    }
    // The keyboard stays in the list, for there may be another line to be brought back.
    const int left = static_cast<int>(m_controller.document().leftOut.size());
    m_grid->goTo(row.value(), left == 0);
    m_leftOut->setCurrentLine(qMin(line, left - 1));
    emit hint(tr("The line is segment %1 now.").arg(row.value() + 1));
}

void EditorPage::goAfter(const Result<int> &row)
{
    if (row.ok())
        m_grid->goTo(row.value(), true);
    else
        emit hint(whyNot(row.error()));
}

/// Says why where it may not.
bool EditorPage::mayWrite(int row)
{
    if (row < 0)
        return false;
    if (!m_controller.isEditable(row))
        emit hint(notEditableText(m_controller.isReadOnly()));
    return m_controller.isEditable(row);
}

QString EditorPage::whyNot(const Error &error)
{
    const QHash<QString, QString> sentences = {
        {QStringLiteral("structure.not-translated"),
         tr("This paragraph is not to be translated; it is neither split nor merged.")},
        {QStringLiteral("structure.fixed"),
         tr("The file says that this segment must stay as it is; it is neither split nor merged.")},
        {QStringLiteral("structure.nothing-to-split"),
         tr("There is text on one side of the cursor only; put it between two words of the source.")},
        {QStringLiteral("structure.inside-pair"),
         tr("The cursor stands between two tags that belong together; put it before the first or behind the "
            "second.")},
        {QStringLiteral("structure.inside-target-pair"),
         tr("In the translation the cursor stands between two tags that belong together; put it before the "
            "first or behind the second.")},
        {QStringLiteral("structure.last-of-unit"),
         tr("The paragraph ends here; only segments of one paragraph can be merged.")},
        {QStringLiteral("structure.nothing-to-merge"), tr("One of the two segments has no text.")},
        {QStringLiteral("structure.empty-line"), tr("There is no text in this line.")},
        {QStringLiteral("structure.not-from-text"),
         tr("Only paragraphs of a text can be left out; this file is another program's.")},
        {QStringLiteral("structure.has-translation"),
         tr("This paragraph has a translation; empty it first, so that nothing is lost unseen.")},
        {QStringLiteral("structure.last-unit"), tr("The last paragraph of a document cannot be left out.")}};
    return sentences.value(error.code, error.message);
}

} // namespace verbale::workbench
