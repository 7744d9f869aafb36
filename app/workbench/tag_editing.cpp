#include "workbench/tag_editing.h"

#include "document/inline_codes.h"
#include "document/inline_repair.h"
#include "session/receipts.h"
#include "workbench/code_words.h"
#include "workbench/document_controller.h"
#include "workbench/message_bar.h"
#include "workbench/segment_grid.h"
#include "workbench/target_editor.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QInputMethod>

namespace verbale::workbench {

namespace {

constexpr int barTime = 15000; // ms
constexpr qsizetype mostSentences = 3;

/// The terms of a segment and where its translation has them.
QList<Correspondence> knownParts(const Segment &segment)
{
    QList<Correspondence> parts;
    if (!session::receiptsHold(segment))
        return parts;
    for (const TermReceipt &receipt : segment.receipts) {
        if (receipt.state == ReceiptState::Used && receipt.spans.size() == 1 && receipt.hit >= 0 &&
            receipt.hit < segment.terms.size())
            parts.append(Correspondence{segment.terms[receipt.hit].span, receipt.spans.first()});
    }
    return parts;
}

} // namespace

TagEditing::TagEditing(DocumentController &document, SegmentGrid &grid, QObject *parent)
    : QObject(parent), m_document(document), m_grid(grid)
{
    m_barTime.setSingleShot(true);
    m_barTime.setInterval(barTime);
    const auto hideBar = [this] {
        if (m_bar != nullptr && !m_told.isEmpty() && m_bar->text() == m_told)
            m_bar->hide();
        m_told.clear();
    };
    connect(&m_barTime, &QTimer::timeout, this, hideBar);
    connect(&grid, &SegmentGrid::currentRowChanged, this, hideBar);
    connect(&document, &DocumentController::edited, this, [this, hideBar](int row) {
        if (!m_told.isEmpty() && m_document.segment(row).target != m_warnedAt)
            hideBar(); // what it speaks of has changed
    });
    connect(&grid, &SegmentGrid::sourceCodeClicked, this, &TagEditing::insertFromSource);
    connect(grid.editor(), &TargetEditor::codesChanged, this, &TagEditing::tellChange);
    connect(grid.editor(), &TargetEditor::codesLeftOut, this, &TagEditing::tellPasted);
}

void TagEditing::insertNext()
{
    const int row = m_grid.currentRow();
    if (!mayWrite(row))
        return;
    m_grid.startEditing();
    if (!m_grid.isEditing())
        return;
    if (m_grid.editor()->isComposing())
        QGuiApplication::inputMethod()->commit();
    if (wrapSelection())
        return;
    const Segment &segment = m_document.segment(row);
    const std::optional<InlineCode> next = nextMissingCode(segment.source, segment.target);
    if (next)
        insert(*next);
    else
        emit hint(segment.source.codes.isEmpty() ? tr("This segment has no tags.")
                                                 : tr("No tag is missing."));
}

bool TagEditing::mayWrite(int row)
{
    if (row < 0)
        return false;
    if (!m_document.isEditable(row))
        emit refused();
    return m_document.isEditable(row);
}

void TagEditing::insert(const InlineCode &code)
{
    m_document.endTyping();
    m_grid.editor()->insertCode(code);
    m_document.endTyping();
}

bool TagEditing::wrapSelection()
{
    if (m_grid.targetSelection().isEmpty())
        return false;
    const Segment &segment = m_document.segment(m_grid.currentRow());
    const std::optional<MissingPair> pair = nextMissingPair(segment.source, segment.target);
    if (!pair)
        return false;
    m_document.endTyping();
    m_grid.editor()->wrapSelection(pair->opening, pair->closing);
    m_document.endTyping();
    return true;
}

void TagEditing::insertAll()
{
    const int row = m_grid.currentRow();
    if (!mayWrite(row))
        return;
    if (m_grid.editor()->isComposing())
        QGuiApplication::inputMethod()->commit();
    const Segment &segment = m_document.segment(row);
    const qsizetype missing = missingCodes(segment.source, segment.target).size();
    if (missing == 0) {
        emit hint(segment.source.codes.isEmpty() ? tr("This segment has no tags.")
                                                 : tr("No tag is missing."));
        return;
    }
    m_document.setTarget(row, withAllMissingCodes(segment.source, segment.target, knownParts(segment)),
                         tr("Inserting tags"));
    m_grid.startEditing();
    emit hint(tr("%n tag(s) were put where they probably belong. Ctrl+Z takes them out again.", nullptr,
                 static_cast<int>(missing)));
}

void TagEditing::insertFromSource(qsizetype code)
{
    const int row = m_grid.currentRow();
    if (!mayWrite(row) || code >= m_document.segment(row).source.codes.size())
        return;
    const Segment &segment = m_document.segment(row);
    const QList<InlineCode> &codes = segment.source.codes;
    const QList<qsizetype> inTarget = matchCodes(codes, segment.target.codes).inTarget;
    if (inTarget[code] >= 0) {
        emit hint(tr("Tag %1 is in the translation already.").arg(CodeLabels(codes).onChip(codes[code])));
        return;
    }
    m_grid.startEditing();
    const qsizetype partner = codePartners(codes)[code];
    const bool wraps =
        partner >= 0 && inTarget[partner] < 0 && !m_grid.targetSelection().isEmpty() && m_grid.isEditing();
    if (!wraps) {
        insert(codes[code]);
        return;
    }
    m_document.endTyping();
    m_grid.editor()->wrapSelection(codes[qMin(code, partner)], codes[qMax(code, partner)]);
    m_document.endTyping();
}

void TagEditing::goToNextProblem()
{
    const int count = m_document.rowCount();
    for (int step = 1; step <= count; ++step) {
        const int row = (m_grid.currentRow() + step) % count;
        if (!hasCodeProblem(checkCodes(m_document.segment(row))))
            continue;
        m_grid.goTo(row, true);
        emit hint(codeProblems(m_document.segment(row), mostSentences).join(u' '));
        return;
    }
    emit hint(tr("The tags of all segments are as in the source."));
}

bool TagEditing::mayConfirm(int row)
{
    const Segment &segment = m_document.segment(row);
    if (!hasCodeProblem(checkCodes(segment)) || isConfirmed(statusOf(segment)) || !m_document.isEditable(row))
        return true;
    const QString key = m_document.document().segmentKey(m_document.refAt(row));
    if (key == m_warnedOf && segment.target == m_warnedAt)
        return true;
    m_warnedOf = key;
    m_warnedAt = segment.target;
    warn(row, codeProblems(segment, mostSentences).join(u' '));
    return false;
}

void TagEditing::warn(int row, const QString &sentence)
{
    const QString text = sentence + u' ' + tr("Ctrl+Enter again confirms all the same.");
    if (m_bar == nullptr) {
        emit hint(text);
        return;
    }
    QList<MessageBar::Choice> choices;
    const Segment &segment = m_document.segment(row);
    if (!missingCodes(segment.source, segment.target).isEmpty())
        choices.append({tr("Insert the missing tags"), [this] { insertAll(); }});
    choices.append({tr("Confirm all the same"), [this] { emit confirmRequested(); }});
    m_bar->show(MessageBar::Kind::Warning, text, choices);
    m_told = m_bar->text();
    m_barTime.start();
}

void TagEditing::tellMended(int row)
{
    const Segment &segment = m_document.segment(row);
    if (segment.suggestions.isEmpty())
        return;
    const Suggestion &best = segment.suggestions.first();
    const RestoredText restored = codesForText(best.text, segment.source, best.codes);
    if (restored.lost > 0)
        emit hint(tr("%n tag(s) had been lost; they were put where they probably belong. Please check them.",
                     nullptr, static_cast<int>(restored.lost)));
    else if (restored.moved)
        emit hint(codeProblems(segment, mostSentences).join(u' '));
    else if (restored.dropped > 0)
        emit hint(tr("%n tag(s) too many were left out.", nullptr, static_cast<int>(restored.dropped)));
}

void TagEditing::tellChange(const InlineText &before, const InlineText &now)
{
    const int row = m_grid.currentRow();
    if (row < 0)
        return;
    const QList<InlineCode> &codes = m_document.segment(row).source.codes;
    const CodeLabels labels(codes);
    QStringList gone;
    bool forbidden = false;
    QList<InlineCode> left = now.codes;
    for (const InlineCode &code : std::as_const(before.codes)) {
        if (left.removeOne(code) || codeClass(code) == CodeClass::Character)
            continue;
        const QString label = labels.onChip(code);
        if (!gone.contains(label))
            gone.append(label);
        forbidden = forbidden || !code.canDelete;
    }
    if (gone.isEmpty())
        return;
    QString sentence = gone.size() == 1 ? tr("Tag %1 was removed.").arg(gone.first())
                                        : tr("Tags %1 were removed.").arg(gone.join(QStringLiteral(", ")));
    if (forbidden)
        sentence += u' ' + tr("The file says that it must not be left out.");
    emit hint(sentence + u' ' + tr("Ctrl+Z brings it back."));
}

void TagEditing::tellPasted(qsizetype doubled, qsizetype foreign)
{
    QStringList sentences;
    if (doubled > 0)
        sentences.append(tr("%n tag(s) were not pasted, because they stand in this translation already.",
                            nullptr, static_cast<int>(doubled)));
    if (foreign > 0)
        sentences.append(tr("%n tag(s) were not pasted, because this segment does not have them.", nullptr,
                            static_cast<int>(foreign)));
    emit hint(sentences.join(u' '));
}

} // namespace verbale::workbench
