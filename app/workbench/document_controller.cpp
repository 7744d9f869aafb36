#include "workbench/document_controller.h"

#include "document/inline_repair.h"
#include "document/segmentation.h"
#include "session/assist.h"
#include "session/machine_translation.h"
#include "session/merge_review.h"
#include "session/receipts.h"
#include "session/structure.h"
#include "workbench/later.h"

#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <utility>

namespace verbale::workbench {

namespace {

constexpr int countDelay = 250;        // ms after an edit
constexpr qint64 pauseEndsStep = 2000; // ms without typing

bool isSameHit(const TermHit &one, const TermHit &other)
{
    return one.span.start == other.span.start && one.span.end == other.span.end &&
           one.entryId == other.entryId && one.glossary == other.glossary && one.target == other.target &&
           one.spelling == other.spelling;
}

QString useLabel(SuggestionKind kind)
{
    switch (kind) {
    case SuggestionKind::GlossaryDraft:
        break;
    case SuggestionKind::MemoryMatch:
        return DocumentController::tr("Using the memory match");
    case SuggestionKind::MachineTranslation:
        return DocumentController::tr("Using the machine translation");
    }
    return DocumentController::tr("Using the draft");
}

} // namespace

DocumentController::DocumentController(QObject *parent) : QObject(parent)
{
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(countDelay);
    connect(&m_countTimer, &QTimer::timeout, this, &DocumentController::countLater);
}

DocumentController::~DocumentController() = default;

void DocumentController::adopt(session::OpenedDocument file, OpenReport report)
{
    close();
    m_path = file.path;
    m_workingFile = file.workingFile;
    m_document = std::move(file.document);
    m_report = std::move(report);
    m_stamp = FileStamp::of(m_workingFile);
    m_readOnly = m_report.journal && m_report.journal->heldBy;
    if (!m_report.restored.changesNothing()) {
        m_report.restored.edit.label = tr("Restoring unsaved edits");
        m_history.apply(m_document, m_report.restored.edit);
    }
    indexRows();
    m_statistics = {};
    m_statistics.segments = rowCount();
    emit opened();
    emit historyChanged();
    countLater();
}

void DocumentController::indexRows()
{
    m_rows = m_document.segments();
    m_rowsByKey.clear();
    m_rowsByKey.reserve(m_rows.size());
    for (int row = 0; row < rowCount(); ++row)
        m_rowsByKey.insert(m_document.segmentKey(m_rows[row]), row);
    m_firstRowOfUnit.clear();
    m_firstRowOfUnit.reserve(m_document.units.size());
    int first = 0;
    for (const Unit &each : m_document.units) {
        m_firstRowOfUnit.append(first);
        first += static_cast<int>(each.segments.size());
    }
}

int DocumentController::firstRowOf(qsizetype unit) const
{
    return unit < m_firstRowOfUnit.size() ? m_firstRowOfUnit[unit] : rowCount();
}

void DocumentController::close()
{
    ++m_openRequest;
    m_stopOpening.request_stop();
    m_deferred = nullptr;
    if (std::exchange(m_opening, false))
        emit openingGivenUp();
    if (!hasDocument())
        return;
    ++m_countRequest;
    m_countTimer.stop();
    m_document = {};
    m_history = {};
    m_rows.clear();
    m_rowsByKey.clear();
    m_firstRowOfUnit.clear();
    m_path.clear();
    m_workingFile.clear();
    m_report = {};
    m_statistics = {};
    m_stamp = {};
    m_savedHere = false;
    m_readOnly = false;
    m_assistedSinceSave = false;
    m_pretranslated = false;
    endTyping();
    emit closed();
    emit historyChanged();
}

int DocumentController::rowOf(const SegmentRef &ref) const
{
    return m_firstRowOfUnit[ref.unit] + static_cast<int>(ref.segment);
}

int DocumentController::rowOfAddress(const SegmentAddress &where) const
{
    return rowOfKey(where.file + QLatin1Char('/') + where.unit + QLatin1Char('/') + where.segment);
}

QString DocumentController::withRowNumbers(const QString &sentence) const
{
    static const QRegularExpression key(QStringLiteral("\\b([Ss]egment )(?:\"([^\"]+)\"|([^\\s\",;:()]+))"));
    QString text;
    qsizetype told = 0;
    for (QRegularExpressionMatchIterator found = key.globalMatch(sentence); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const int row = rowOfKey(match.captured(2) + match.captured(3));
        if (row < 0)
            continue;
        text += QStringView(sentence).mid(told, match.capturedStart() - told);
        text += match.captured(1) + QString::number(row + 1);
        told = match.capturedEnd();
    }
    return text + sentence.mid(told);
}

bool DocumentController::isEditable(int row) const
{
    return !m_readOnly && verbale::isEditable(unit(row), segment(row));
}

int DocumentController::nextUnconfirmed(int row) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int candidate = (row + step) % count;
        if (candidate != row && isEditable(candidate) && !isConfirmed(statusOf(segment(candidate))))
            return candidate;
    }
    return -1;
}

void DocumentController::apply(int row, const InlineText &target, SegmentState state, const QString &label,
                               int mergeKey)
{
    apply({m_rows[row], target, !target.isEmpty(), state, {}, label}, mergeKey);
}

void DocumentController::apply(const TargetEdit &edit, int mergeKey)
{
    if (m_readOnly)
        return;
    const std::optional<DocumentChange> change = m_history.apply(m_document, edit, mergeKey);
    ++m_edits;
    if (change) {
        JournalEntry entry = journalEntry(m_document, *change);
        entry.label = edit.label;
        entry.typing = mergeKey != 0;
        emit noted(entry);
    }
    m_countTimer.start();
    emit edited(rowOf(edit.segment));
    emit historyChanged();
}

bool DocumentController::beginsNewStep(int row, const QString &before, const QString &after)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool paused = now - m_lastTyped > pauseEndsStep;
    m_lastTyped = now;
    if (row != m_typingRow || paused)
        return true;
    qsizetype start = 0;
    const qsizetype shorter = qMin(before.size(), after.size());
    while (start < shorter && before[start] == after[start])
        ++start;
    // A letter after a space begins the next word.
    const bool grows = after.size() > before.size();
    return grows && start > 0 && after[start - 1].isSpace() && !after[start].isSpace();
}

void DocumentController::type(int row, const InlineText &target)
{
    const Segment &current = segment(row);
    if (current.target == target)
        return;
    if (beginsNewStep(row, current.target.text, target.text))
        ++m_mergeKey;
    m_typingRow = row;
    apply(row, target, SegmentState::Initial, tr("Typing"), m_mergeKey);
}

void DocumentController::setReadOnly(bool readOnly)
{
    if (readOnly == m_readOnly)
        return;
    endTyping();
    m_readOnly = readOnly;
    emit readOnlyChanged(readOnly);
}

void DocumentController::endTyping()
{
    m_typingRow = -1;
}

void DocumentController::setTarget(int row, const InlineText &target, const QString &label)
{
    endTyping();
    apply(row, target, SegmentState::Initial, label, 0);
}

void DocumentController::restoreVersion(int row, const TargetVersion &version, const QString &label)
{
    if (!isEditable(row))
        return;
    endTyping();
    apply({m_rows[row], version.target, version.hasTarget, version.state, version.subState, label}, 0);
}

bool DocumentController::confirm(int row)
{
    endTyping();
    const Segment &current = segment(row);
    if (!current.hasTarget || current.target.text.trimmed().isEmpty() || !isEditable(row))
        return false;
    if (!isConfirmed(statusOf(current)))
        apply(row, current.target, SegmentState::Translated, tr("Confirming"), 0);
    return true;
}

bool DocumentController::reopen(int row)
{
    endTyping();
    const Segment &current = segment(row);
    if (!isConfirmed(statusOf(current)) || !isEditable(row))
        return false;
    apply(row, current.target, SegmentState::Initial, tr("Taking the confirmation back"), 0);
    return true;
}

bool DocumentController::useSuggestion(int row)
{
    const Segment &current = segment(row);
    if (current.suggestions.isEmpty() || !isEditable(row))
        return false;
    const Suggestion &best = current.suggestions.first();
    setTarget(row, codesForText(best.text, current.source, best.codes).text, useLabel(best.kind));
    return true;
}

int DocumentController::afterHistory(const std::optional<DocumentChange> &change, const QString &label)
{
    endTyping();
    if (!change)
        return -1;
    return tellChange(*change, label);
}

/// The rows from the first unit that changed to the last one, before and after.
void DocumentController::tellRows(const DocumentChange &change)
{
    qsizetype first = change.units.first().unit;
    qsizetype removedEnd = first;
    qsizetype grown = 0;
    for (const DocumentChange::Units &units : change.units) {
        first = std::min(first, units.unit);
        removedEnd = std::max(removedEnd, units.unit + units.removed);
        grown += units.added - units.removed;
    }
    const int row = firstRowOf(first);
    const int removed = firstRowOf(removedEnd) - row;
    indexRows();
    const int added = firstRowOf(removedEnd + grown) - row;
    emit rowsShifted(row, removed, added);
    emit rowsReplaced(row, removed, added);
}

void DocumentController::tellTargets(const DocumentChange &change)
{
    QList<int> rows;
    for (const DocumentChange::Units &units : change.units) {
        for (qsizetype i = 0; i < units.after.first().segments.size(); ++i) {
            if (units.before.first().segments[i].revision != units.after.first().segments[i].revision)
                rows.append(firstRowOf(units.unit) + static_cast<int>(i));
        }
    }
    emit targetsChanged(rows);
    emit assisted(rows);
}

int DocumentController::tellChange(const DocumentChange &change, const QString &label)
{
    ++m_edits;
    m_countTimer.start();
    JournalEntry entry = journalEntry(m_document, change);
    entry.label = label;
    emit noted(entry);
    if (change.onlyTargets)
        tellTargets(change);
    else if (!change.units.isEmpty())
        tellRows(change);
    if (change.leftOut)
        emit leftOutChanged();
    const int row = rowOf(change.segment);
    if (change.units.isEmpty())
        emit edited(row);
    emit historyChanged();
    return row;
}

Result<int> DocumentController::restructure(Result<StructureEdit> edit, const QString &label)
{
    if (!edit)
        return edit.error();
    if (m_readOnly)
        return Error{
            QStringLiteral("workbench.read-only"), tr("The file was opened read-only."), {m_workingFile}};
    endTyping();
    edit->label = label;
    emit restructuring();
    return tellChange(m_history.apply(m_document, *edit), label);
}

void DocumentController::setTargets(const QMap<int, InlineText> &targets, const QString &label)
{
    StructureEdit edit;
    for (auto it = targets.begin(); it != targets.end(); ++it) {
        const SegmentRef ref = m_rows[it.key()];
        if (edit.units.isEmpty() || edit.units.last().unit != ref.unit) {
            edit.units.append({ref.unit, 1, {m_document.units[ref.unit]}});
            if (edit.units.size() == 1)
                edit.before = edit.after = ref;
        }
        Segment &segment = edit.units.last().added.first().segments[ref.segment];
        segment.target = it.value();
        segment.hasTarget = !it.value().isEmpty();
        segment.state = SegmentState::Initial;
        segment.subState.clear();
    }
    if (!edit.units.isEmpty())
        static_cast<void>(restructure(edit, label));
}

bool DocumentController::acceptReview(const QList<session::ReviewChange> &changes)
{
    const StructureEdit edit = session::acceptReview(m_document, changes);
    if (edit.units.isEmpty())
        return false;
    static_cast<void>(restructure(edit, tr("Accepting a review")));
    return true;
}

Result<int> DocumentController::split(int row, qsizetype at, qsizetype targetAt)
{
    return restructure(session::splitAt(m_document, m_rows[row], at, targetAt), tr("Splitting"));
}

Result<int> DocumentController::mergeWithNext(int row)
{
    return restructure(session::mergeNext(m_document, m_rows[row]), tr("Merging"));
}

Result<int> DocumentController::bringBack(qsizetype leftOutLine)
{
    return restructure(session::bringBack(m_document, leftOutLine), tr("Bringing a line back"));
}

Result<int> DocumentController::leaveOut(int row)
{
    return restructure(session::leaveOut(m_document, m_rows[row].unit), tr("Leaving a paragraph out"));
}

int DocumentController::segmentAgain()
{
    const StructureEdit edit = session::segmentAgain(m_document);
    if (!edit.units.isEmpty())
        static_cast<void>(restructure(edit, tr("Segmenting again")));
    return static_cast<int>(edit.units.size());
}

int DocumentController::undo()
{
    if (m_readOnly)
        return -1;
    const QString label = tr("Undo: %1").arg(m_history.undoLabel());
    if (m_history.undoesStructure())
        emit restructuring();
    const std::optional<DocumentChange> change = m_history.undo(m_document);
    if (change && change->onlyTargets)
        emit targetsTakenBack();
    return afterHistory(change, label);
}

int DocumentController::redo()
{
    if (m_readOnly)
        return -1;
    const QString label = tr("Redo: %1").arg(m_history.redoLabel());
    if (m_history.redoesStructure())
        emit restructuring();
    return afterHistory(m_history.redo(m_document), label);
}

void DocumentController::markAssisted()
{
    // The first draft alone is no reason to ask; neither is what an XLIFF file that was read will not hold.
    if (!m_savedHere || !m_document.originalBytes.isEmpty() || m_assistedSinceSave)
        return;
    m_assistedSinceSave = true;
    emit historyChanged();
}

QList<int> DocumentController::storeTerms(const TermsAnswer &answer)
{
    QList<int> rows;
    for (const SegmentTerms &terms : answer.segments)
        rows.append(rowOfKey(terms.segmentId));
    rows.removeAll(-1);
    QList<QList<TermHit>> before;
    for (const int row : rows)
        before.append(segment(row).terms);
    session::storeTerms(m_document, answer);
    QList<int> changed;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QList<TermHit> &after = segment(rows[i]).terms;
        if (!std::equal(after.begin(), after.end(), before[i].begin(), before[i].end(), isSameHit))
            changed.append(rows[i]);
    }
    if (!changed.isEmpty())
        markAssisted();
    emit assisted(rows);
    return changed;
}

void DocumentController::storeSuggestions(const SuggestAnswer &answer, const SuggestAnswer &former)
{
    session::storeSuggestions(m_document, answer, former);
    QList<int> rows;
    for (const Suggestion &suggestion : answer.suggestions + former.suggestions)
        rows.append(rowOfKey(suggestion.segmentId));
    rows.removeAll(-1);
    emit assisted(rows);
}

void DocumentController::takeTranslations(const session::TranslateQuestion &question,
                                          const TranslateAnswer &answer, session::MachineReport &report,
                                          int run)
{
    session::takeTranslations(m_document, question, answer, report);
    QList<int> rows;
    for (const Translation &translation : answer.translations)
        rows.append(rowOfKey(translation.segmentId));
    rows.removeAll(-1);
    std::sort(rows.begin(), rows.end());
    QList<SegmentRef> refs;
    for (const int row : std::as_const(rows))
        refs.append(m_rows[row]);
    emit assisted(rows);
    if (run == 0 || m_readOnly)
        return;
    StructureEdit edit = session::machineTargets(m_document, report.engineName, refs);
    if (edit.units.isEmpty())
        return;
    edit.label = tr("Machine translation");
    tellChange(m_history.applyTargets(m_document, edit, run), edit.label);
}

void DocumentController::storeReceipts(const ReceiptsAnswer &answer)
{
    session::storeReceipts(m_document, answer);
    QList<int> rows;
    for (const SegmentReceipts &receipts : answer.segments)
        rows.append(rowOfKey(receipts.segmentId));
    rows.removeAll(-1);
    emit receiptsChanged(rows);
}

QList<qsizetype> DocumentController::shortForms(int row) const
{
    QList<qsizetype> found;
    const QList<TermReceipt> &receipts = segment(row).receipts;
    for (qsizetype i = 0; i < receipts.size(); ++i) {
        if (session::isShortForm(m_document, m_rows[row], receipts[i]))
            found.append(i);
    }
    return found;
}

void DocumentController::pretranslate()
{
    const bool fromText = m_document.originalBytes.isEmpty();
    if (!fromText || m_pretranslated || m_readOnly)
        return;
    QList<int> without;
    for (int row = 0; row < rowCount(); ++row) {
        if (!segment(row).hasTarget)
            without.append(row);
    }
    if (session::pretranslate(m_document) == 0)
        return;
    m_pretranslated = true;
    without.removeIf([this](int row) { return !segment(row).hasTarget; });
    markAssisted();
    m_countTimer.start();
    emit assisted(without);
}

void DocumentController::countLater()
{
    const int request = ++m_countRequest;
    whenDone(this, runLater([document = m_document] { return session::countStatistics(document); }),
             [this, request](const session::Statistics &statistics) {
                 if (request != m_countRequest)
                     return;
                 m_statistics = statistics;
                 emit statisticsChanged();
             });
}

} // namespace verbale::workbench
