#include "workbench/assist_runner.h"

#include "session/assist.h"
#include "workbench/later.h"

namespace verbale::workbench {

namespace {

constexpr int firstBatch = 40; // about a screen
constexpr int laterBatch = 250;

} // namespace

AssistRunner::AssistRunner(DocumentController &controller, QStringList glossaries, QObject *parent)
    : QObject(parent), m_controller(controller), m_glossaries(std::move(glossaries))
{
    connect(&controller, &DocumentController::opened, this, &AssistRunner::begin);
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
    m_inFlight = false;
}

QList<SegmentRef> AssistRunner::refsOf(const QStringList &batch) const
{
    QList<SegmentRef> refs;
    for (const QString &key : batch) {
        if (const int row = m_controller.rowOfKey(key); row >= 0)
            refs.append(m_controller.refAt(row));
    }
    return refs;
}

/// By their keys, for rows may move while an answer is under way.
QStringList AssistRunner::takeBatch()
{
    QStringList batch;
    const int size = m_first ? firstBatch : laterBatch;
    m_first = false;
    while (!m_waiting.isEmpty() && batch.size() < size) {
        const int row = m_waiting.takeLast();
        if (m_open.remove(row))
            batch.append(m_controller.document().segmentKey(m_controller.refAt(row)));
    }
    return batch;
}

void AssistRunner::next()
{
    const QStringList batch = takeBatch();
    if (batch.isEmpty()) {
        m_waiting.clear();
        m_controller.pretranslate();
        emit finished();
        return;
    }
    m_inFlight = true;
    session::AssistOptions options;
    options.glossaries = m_glossaries;
    options.profile = m_profile;
    // The host is kept alive by the continuation until the answer is there.
    whenDone(
        this,
        session::findTermsLater(m_controller.document(), refsOf(batch), *m_host, options, m_stop.get_token()),
        [this, batch, run = m_run, host = m_host](const Result<TermsAnswer> &answer) {
            if (run == m_run)
                takeTerms(answer, batch);
        });
}

void AssistRunner::takeTerms(const Result<TermsAnswer> &answer, const QStringList &batch)
{
    if (!answer.ok()) {
        fail(answer.error());
        return;
    }
    m_controller.storeTerms(answer.value());
    if (!answer.value().warnings.isEmpty())
        emit warned(answer.value().warnings);
    for (const SegmentTerms &terms : answer.value().segments)
        askAgainIfStale(terms.segmentId, terms.revision);
    // An empty list would mean the whole document.
    const QList<SegmentRef> refs = refsOf(batch);
    if (refs.isEmpty()) {
        m_inFlight = false;
        next();
        return;
    }
    QHash<QString, qint64> asked;
    for (const SegmentRef &ref : refs)
        asked.insert(m_controller.document().segmentKey(ref), m_controller.document().at(ref).revision);
    whenDone(this, session::suggestLater(m_controller.document(), refs, *m_host, m_stop.get_token()),
             [this, asked, run = m_run, host = m_host](const Result<SuggestAnswer> &suggestions) {
                 if (run == m_run)
                     takeSuggestions(suggestions, asked);
             });
}

void AssistRunner::askAgainIfStale(const QString &segmentId, qint64 revision)
{
    // An edit in the meantime makes an answer stale; its row is asked for once more.
    const int row = m_controller.rowOfKey(segmentId);
    if (row >= 0 && m_controller.segment(row).revision != revision && !m_open.contains(row)) {
        m_open.insert(row);
        m_waiting.append(row);
    }
}

void AssistRunner::takeSuggestions(const Result<SuggestAnswer> &answer, const QHash<QString, qint64> &asked)
{
    if (answer.ok()) {
        m_controller.storeSuggestions(answer.value());
        // By what was asked: a plugin that gives wrong revisions is not asked for ever.
        for (auto row = asked.begin(); row != asked.end(); ++row)
            askAgainIfStale(row.key(), row.value());
        if (!answer.value().warnings.isEmpty())
            emit warned(answer.value().warnings);
    } else if (answer.error().code != QLatin1String("assist.no-suggestion-provider")) {
        // No plugin that suggests is not a fault: the terms are there.
        emit warned({answer.error().message});
    }
    m_inFlight = false;
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
