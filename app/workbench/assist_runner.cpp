#include "workbench/assist_runner.h"

#include "session/assist.h"
#include "workbench/when_answered.h"

namespace verbale::workbench {

namespace {

constexpr int firstBatch = 40; // about a screen
constexpr int laterBatch = 250;
constexpr int patience = 3000; // ms

} // namespace

AssistRunner::AssistRunner(DocumentController &controller, QStringList glossaries, QObject *parent)
    : QObject(parent), m_controller(controller), m_glossaries(std::move(glossaries))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, &controller, &DocumentController::pretranslate);
    connect(&controller, &DocumentController::opened, this, [this] {
        m_former.clear();
        begin();
    });
    connect(&controller, &DocumentController::closed, this, &AssistRunner::stop);
    connect(&controller, &DocumentController::rowsShifted, this, &AssistRunner::follow);
}

AssistRunner::~AssistRunner()
{
    stop();
}

void AssistRunner::setHost(std::shared_ptr<host::PluginHost> host)
{
    stop();
    m_former.clear();
    m_host = std::move(host);
    begin();
}

void AssistRunner::setGlossaries(const QStringList &glossaries)
{
    m_glossaries = glossaries;
    begin();
}

void AssistRunner::begin()
{
    stop();
    if (!m_host || !m_controller.hasDocument())
        return;
    m_waiting.reserve(m_controller.rowCount());
    for (int row = m_controller.rowCount() - 1; row >= 0; --row) {
        m_waiting.append(row);
        m_open.insert(row);
    }
    m_first = true;
    next();
}

/// The rows that wait keep waiting under their new numbers; what is new comes first.
void AssistRunner::follow(int first, int removed, int added)
{
    if (!m_host)
        return;
    QList<int> waiting;
    QSet<int> open;
    const auto moved = [&](int row) { return row < first ? row : row + added - removed; };
    for (const int row : std::as_const(m_waiting)) {
        if (row < first || row >= first + removed)
            waiting.append(moved(row));
    }
    for (const int row : std::as_const(m_open)) {
        if (row < first || row >= first + removed)
            open.insert(moved(row));
    }
    for (int row = first + added - 1; row >= first; --row) {
        waiting.append(row);
        open.insert(row);
    }
    m_waiting = waiting;
    m_open = open;
    if (!m_inFlight)
        next();
}

void AssistRunner::prefer(const QList<int> &rows)
{
    // A row that stands in the list twice is skipped the second time.
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        if (m_open.contains(rows[i]))
            m_waiting.append(rows[i]);
    }
}

void AssistRunner::stop()
{
    ++m_run;
    m_stop.request_stop();
    m_stop = StopSource();
    m_waiting.clear();
    m_open.clear();
    m_newest.clear();
    m_proposed.clear();
    m_patience.stop();
    m_toldNoTerms = false;
    m_inFlight = false;
    m_owed = 0;
}

QList<SegmentRef> AssistRunner::refsOf(const QStringList &keys) const
{
    QList<SegmentRef> refs;
    for (const QString &key : keys) {
        if (const int row = m_controller.rowOfKey(key); row >= 0)
            refs.append(m_controller.refAt(row));
    }
    return refs;
}

AssistRunner::BatchPointer AssistRunner::takeBatch()
{
    auto batch = std::make_shared<Batch>();
    const int size = m_first ? firstBatch : laterBatch;
    m_first = false;
    batch->number = ++m_batches;
    while (!m_waiting.isEmpty() && batch->keys.size() < size) {
        const int row = m_waiting.takeLast();
        if (!m_open.remove(row))
            continue;
        batch->keys.append(m_controller.document().segmentKey(m_controller.refAt(row)));
        m_newest.insert(batch->keys.last(), batch->number);
    }
    return batch;
}

void AssistRunner::next()
{
    const BatchPointer batch = takeBatch();
    if (batch->keys.isEmpty()) {
        m_waiting.clear();
        settle();
        emit finished();
        return;
    }
    m_inFlight = true;
    session::AssistOptions options;
    options.glossaries = m_glossaries;
    options.profile = m_profile;
    auto question = session::askForTerms(m_controller.document(), refsOf(batch->keys), *m_host, options,
                                         m_stop.get_token());
    if (!question) { // suggestions may be had all the same
        if (!std::exchange(m_toldNoTerms, true))
            emit failed(question.error());
        batch->termsCame = true;
        askForSuggestions(batch, batch->keys);
        return;
    }
    m_former.standIn(question->gathering);
    ++m_owed;
    const bool waited = !question->gathering.isOwnComplete();
    whenAnswered(this, std::move(*question),
                 [this, batch, run = m_run](const session::TermsGathering &gathering) {
                     if (run == m_run)
                         takeTerms(batch, gathering);
                 });
    if (!waited) { // nobody is there whom one could wait for
        batch->termsCame = true;
        askForSuggestions(batch, batch->keys);
    }
}

/// The document is pre-translated when everybody has answered, or has had a while to.
void AssistRunner::settle()
{
    if (m_owed == 0)
        m_controller.pretranslate();
    else if (!m_patience.isActive())
        m_patience.start();
}

void AssistRunner::takeTerms(const BatchPointer &batch, const session::TermsGathering &gathering)
{
    const bool complete = gathering.isComplete();
    if (complete)
        --m_owed;
    m_former.remember(gathering);
    const Result<TermsAnswer> answer = gathering.merged(session::isToldByHost);
    if (!answer) {
        if (!batch->termsCame && session::isOnlyOutdated(answer.error()))
            stop(); // its plugin is being stopped; all is asked again when the plugins are others
        else if (!batch->termsCame)
            fail(answer.error());
        else if (!session::isToldByHost(answer.error())) // of those who are not waited for
            emit warned({answer.error().message});
        return;
    }
    if (!answer->warnings.isEmpty())
        emit warned(answer->warnings);
    const QStringList changed = storeTerms(batch, *answer);
    // The first time for all; then for those of which somebody knows more.
    if (!batch->termsCame)
        askForSuggestions(batch, batch->keys);
    else if (!changed.isEmpty())
        askForSuggestions(batch, changed);
    batch->termsCame = true;
    if (batch->suggestionsCame)
        goOn(batch);
    if (complete && m_owed == 0 && !isBusy())
        settle();
}

/// The keys of the segments that have other terms now.
QStringList AssistRunner::storeTerms(const BatchPointer &batch, const TermsAnswer &answer)
{
    QStringList changed;
    TermsAnswer newest{{}, {}};
    for (const SegmentTerms &terms : answer.segments) {
        if (m_newest.value(terms.segmentId) == batch->number)
            newest.segments.append(terms);
    }
    for (const int row : m_controller.storeTerms(newest))
        changed.append(m_controller.document().segmentKey(m_controller.refAt(row)));
    for (const SegmentTerms &terms : std::as_const(newest.segments))
        askAgainIfStale(*batch, terms.segmentId, terms.revision);
    return changed;
}

void AssistRunner::askForSuggestions(const BatchPointer &batch, const QStringList &keys)
{
    // An empty list would mean the whole document.
    const QList<SegmentRef> refs = refsOf(keys);
    if (refs.isEmpty()) {
        goOn(batch);
        return;
    }
    const int number = ++m_questions;
    for (const QString &key : keys)
        m_proposed.insert(key, number);
    auto question = session::askForSuggestions(m_controller.document(), refs, *m_host, m_stop.get_token());
    if (!question) { // no plugin that suggests is not a fault: the terms are there
        goOn(batch);
        return;
    }
    ++batch->suggestionsAsked;
    ++m_owed;
    const bool waited = !question->gathering.isOwnComplete();
    whenAnswered(this, std::move(*question),
                 [this, batch, number, run = m_run](const session::SuggestGathering &gathering) {
                     if (run == m_run)
                         takeSuggestions(batch, number, gathering);
                 });
    if (!waited)
        goOn(batch);
}

void AssistRunner::askAgainIfStale(const Batch &batch, const QString &segmentId, qint64 revision)
{
    // An edit in the meantime makes an answer stale; its row is asked for once more, unless that was done.
    const int row = m_controller.rowOfKey(segmentId);
    if (row >= 0 && m_controller.segment(row).revision != revision && !m_open.contains(row) &&
        m_newest.value(segmentId) == batch.number) {
        m_open.insert(row);
        m_waiting.append(row);
    }
}

void AssistRunner::takeSuggestions(const BatchPointer &batch, int asked,
                                   const session::SuggestGathering &gathering)
{
    const bool complete = gathering.isComplete();
    if (complete)
        --m_owed;
    const Result<SuggestAnswer> answer = gathering.merged(session::isToldByHost);
    if (answer) {
        SuggestAnswer newest;
        for (const Suggestion &suggestion : answer->suggestions) {
            if (m_proposed.value(suggestion.segmentId) == asked)
                newest.suggestions.append(suggestion);
        }
        SuggestAnswer gone;
        if (complete && batch->suggestionsAsked > 1) {
            // What was proposed for terms that have changed, and is not proposed any more.
            for (const Suggestion &former : std::as_const(batch->former.suggestions)) {
                if (m_proposed.value(former.segmentId) == asked)
                    gone.suggestions.append(former);
            }
        }
        m_controller.storeSuggestions(newest, gone);
        batch->former.suggestions += newest.suggestions;
        // By what was asked: a plugin that gives wrong revisions is not asked for ever.
        for (const SuggestSegment &segment : gathering.request().segments)
            askAgainIfStale(*batch, segment.text.id, segment.text.revision);
        if (!answer->warnings.isEmpty())
            emit warned(answer->warnings);
    } else if (!session::isToldByHost(answer.error())) {
        emit warned({answer.error().message});
    }
    goOn(batch);
    if (complete && m_owed == 0 && !isBusy())
        settle();
}

/// To the next batch, when this one has what is waited for; later, to rows that were edited meanwhile.
void AssistRunner::goOn(const BatchPointer &batch)
{
    const bool first = !std::exchange(batch->suggestionsCame, true);
    if (first)
        m_inFlight = false;
    if (!m_inFlight && (first || !m_waiting.isEmpty()))
        next();
}

void AssistRunner::fail(const Error &error)
{
    m_waiting.clear();
    m_open.clear();
    m_inFlight = false;
    emit failed(error);
}

} // namespace verbale::workbench
