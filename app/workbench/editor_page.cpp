#include "workbench/editor_page.h"

#include "workbench/glossary_pane.h"
#include "workbench/segment_grid.h"
#include "workbench/suggestion_pane.h"
#include "workbench/target_editor.h"
#include "workbench/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QSplitter>

namespace verbale::workbench {

EditorPage::EditorPage(DocumentController &controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_grid(new SegmentGrid(controller, this))
    , m_glossary(new GlossaryPane(this))
    , m_suggestion(new SuggestionPane(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_panes(new QSplitter(Qt::Vertical, this))
{
    m_panes->addWidget(m_glossary);
    m_panes->addWidget(m_suggestion);
    m_panes->setStretchFactor(0, 3);
    m_panes->setStretchFactor(1, 2);
    m_panes->setChildrenCollapsible(false);
    m_columns->addWidget(m_grid);
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
    connect(&controller, &DocumentController::opened, this, &EditorPage::takeDocument);
    connect(&controller, &DocumentController::closed, this, &EditorPage::showCurrent);
    connect(&controller, &DocumentController::assisted, this, [this](const QList<int> &rows) {
        if (rows.contains(m_grid->currentRow()))
            showCurrent();
    });
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
    m_grid->goTo(row >= 0 ? row : 0, true);
    showCurrent();
}

void EditorPage::showCurrent()
{
    const int row = m_controller.hasDocument() ? m_grid->currentRow() : -1;
    const Segment *segment = row >= 0 && row < m_controller.rowCount() ? &m_controller.segment(row) : nullptr;
    m_glossary->showSegment(segment);
    m_suggestion->showSegment(segment);
    emit currentRowChanged(row);
}

void EditorPage::confirmAndGoOn()
{
    const int row = m_grid->currentRow();
    if (row < 0)
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
    if (m_grid->currentRow() >= 0)
        m_controller.reopen(m_grid->currentRow());
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
    if (!m_grid->isEditing())
        return;
    m_controller.endTyping();
    m_grid->editor()->insertTerm(english);
    m_controller.endTyping();
}

void EditorPage::insertNextTag()
{
    const int row = m_grid->currentRow();
    if (row < 0)
        return;
    const Segment &segment = m_controller.segment(row);
    QList<InlineCode> missing = missingCodes(segment);
    if (segment.target.isEmpty())
        missing = segment.source.codes;
    if (missing.isEmpty()) {
        emit hint(segment.source.codes.isEmpty() ? tr("This segment has no tags.")
                                                 : tr("No tag is missing."));
        return;
    }
    m_grid->startEditing();
    if (!m_grid->isEditing())
        return;
    m_controller.endTyping();
    m_grid->editor()->insertCode(missing.first());
    m_controller.endTyping();
}

void EditorPage::useDraft()
{
    const int row = m_grid->currentRow();
    if (row < 0)
        return;
    if (!m_controller.useSuggestion(row)) {
        emit hint(tr("There is no draft for this segment."));
        return;
    }
    m_grid->startEditing();
}

void EditorPage::copySource()
{
    const int row = m_grid->currentRow();
    if (row < 0 || !m_controller.isEditable(row))
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

} // namespace verbale::workbench
