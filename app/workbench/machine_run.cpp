#include "workbench/machine_run.h"

#include "workbench/later.h"

#include <algorithm>
#include <array>

namespace verbale::workbench {

namespace {

constexpr qsizetype firstBatch = 40; // about a screen
constexpr qsizetype laterBatch = 200;
constexpr qsizetype mostCalls = 4;
constexpr int beat = 100; // ms
/// For the calls of a run that was cancelled; the host gives a plugin 400 of them.
constexpr int patience = 500; // ms

bool mayHaveBeenPaid(const Error &error)
{
    static constexpr std::array codes{QLatin1String("mt.ambiguous"),
                                      QLatin1String("mt.may-have-been-charged"), QLatin1String("mt.moved"),
                                      QLatin1String("mt.bad-answer")};
    return std::find(codes.begin(), codes.end(), error.code) != codes.end();
}

/// What came of a call for these segments as a whole.
void countFailure(session::MachineReport &report, const Error &error, qsizetype segments)
{
    report.asked += segments;
    for (session::MachineTrouble &trouble : report.troubles) {
        if (trouble.code == error.code) {
            trouble.segments += segments;
            return;
        }
    }
    report.troubles.append({error.code, error.message, segments});
}

} // namespace

MachineRun::MachineRun(DocumentController &controller, QObject *parent)
    : QObject(parent), m_controller(controller)
{
    m_beat.setInterval(beat);
    connect(&m_beat, &QTimer::timeout, this, &MachineRun::progressed);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &MachineRun::settle);
    connect(&controller, &DocumentController::closed, this, &MachineRun::stop);
    connect(&controller, &DocumentController::opened, this, &MachineRun::stop);
    // The translator does not want them: what comes yet is shown beside, and nothing more.
    connect(&controller, &DocumentController::targetsTakenBack, this, [this] { m_targetsOf = 0; });
}

MachineRun::~MachineRun()
{
    m_stop.request_stop();
    m_stopOnes.request_stop();
}

qsizetype MachineRun::done() const
{
    qint64 done = m_finished;
    for (const CallPointer &call : m_calls)
        done += std::clamp<qint64>(call->done, 0, call->question.request.segments.size());
    return std::min<qsizetype>(done, m_total);
}

void MachineRun::start(std::shared_ptr<host::PluginHost> host, const session::TranslateQuestion &question)
{
    if (m_running)
        return;
    settle();
    m_host = std::move(host);
    m_question = question;
    m_report = {};
    m_report.engineName = question.request.engine;
    m_next = m_finished = 0;
    m_total = question.request.segments.size();
    m_charged.clear();
    m_stop = StopSource();
    m_targetsOf = ++m_run;
    m_running = m_goesOn = true;
    m_beat.start();
    emit progressed();
    next();
}

/// Segments that were edited since the question was put together, or are asked for alone, are left out.
session::TranslateQuestion MachineRun::takeBatch()
{
    session::TranslateQuestion batch = m_question;
    batch.request.segments.clear();
    const QList<SuggestSegment> &all = m_question.request.segments;
    const qsizetype size = m_next == 0 ? firstBatch : laterBatch;
    while (m_next < all.size() && batch.request.segments.size() < size) {
        const SuggestSegment &segment = all[m_next++];
        const int row = m_controller.rowOfKey(segment.text.id);
        if (row >= 0 && m_controller.segment(row).revision == segment.text.revision &&
            !m_asked.contains(segment.text.id))
            batch.request.segments.append(segment);
        else
            ++m_finished;
    }
    return batch;
}

void MachineRun::next()
{
    while (m_goesOn && m_calls.size() < mostCalls) {
        auto call = std::make_shared<Call>();
        call->question = takeBatch();
        if (call->question.request.segments.isEmpty())
            break;
        ask(call);
    }
    if (m_calls.isEmpty())
        end(false);
}

void MachineRun::ask(const CallPointer &call)
{
    m_calls.append(call);
    for (const SuggestSegment &segment : std::as_const(call->question.request.segments))
        m_asked.insert(segment.text.id);
    const auto progress = [call](qint64 done, qint64) { call->done = done; };
    whenDone(this,
             m_host->translate(call->question.pluginId, call->question.request, m_stop.get_token(), progress),
             [this, call, run = m_run](const Result<TranslateAnswer> &answer) {
                 if (run == m_run && m_calls.contains(call))
                     take(call, answer);
             });
}

void MachineRun::take(const CallPointer &call, const Result<TranslateAnswer> &answer)
{
    m_calls.removeOne(call);
    m_finished += call->question.request.segments.size();
    for (const SuggestSegment &segment : std::as_const(call->question.request.segments))
        m_asked.remove(segment.text.id);
    store(call->question, answer, m_report, m_targetsOf);
    if (!answer) // what stands in the way of all of it: the rest would fail, too
        m_goesOn = false;
    if (m_running) {
        emit progressed();
        next();
    } else if (m_ending && m_calls.isEmpty()) {
        end(true);
    }
}

void MachineRun::store(const session::TranslateQuestion &question, const Result<TranslateAnswer> &answer,
                       session::MachineReport &report, int run)
{
    if (!answer) {
        countFailure(report, answer.error(), question.request.segments.size());
        return;
    }
    for (const Translation &translation : answer->translations) {
        if (translation.error && mayHaveBeenPaid(*translation.error))
            m_charged.append(translation.segmentId);
    }
    m_controller.takeTranslations(question, *answer, report, run);
}

/// Nothing is known of what they have come to.
void MachineRun::forgetCalls()
{
    const Error unknown{
        QStringLiteral("plugins.not-answering"), QStringLiteral("The plugin does not answer."), {}};
    for (const CallPointer &call : std::exchange(m_calls, {})) {
        countFailure(m_report, unknown, call->question.request.segments.size());
        for (const SuggestSegment &segment : std::as_const(call->question.request.segments))
            m_asked.remove(segment.text.id);
    }
}

void MachineRun::end(bool cancelled)
{
    m_running = m_goesOn = m_ending = false;
    m_beat.stop();
    m_patience.stop();
    m_host.reset();
    m_report.asked = m_total;
    emit finished(m_report, cancelled);
}

void MachineRun::cancel()
{
    if (!m_running)
        return;
    m_running = m_goesOn = false;
    m_ending = true;
    m_beat.stop();
    m_patience.start();
    m_stop.request_stop();
    emit progressed();
    if (m_calls.isEmpty())
        end(true);
}

void MachineRun::settle()
{
    if (!m_ending)
        return;
    forgetCalls();
    end(true);
}

void MachineRun::translateOne(const std::shared_ptr<host::PluginHost> &host,
                              const session::TranslateQuestion &question)
{
    if (question.request.segments.size() != 1)
        return;
    const QString key = question.request.segments.first().text.id;
    if (m_asked.contains(key))
        return;
    m_asked.insert(key);
    whenDone(this, host->translate(question.pluginId, question.request, m_stopOnes.get_token()),
             [this, question, key, document = m_document](const Result<TranslateAnswer> &answer) {
                 if (document != m_document)
                     return;
                 m_asked.remove(key);
                 session::MachineReport report;
                 report.engineName = question.request.engine;
                 store(question, answer, report, 0);
                 emit oneFinished(report);
             });
}

void MachineRun::stop()
{
    ++m_document;
    m_stop.request_stop();
    m_stopOnes.request_stop();
    m_stopOnes = StopSource();
    m_beat.stop();
    m_patience.stop();
    m_calls.clear();
    m_asked.clear();
    m_charged.clear();
    m_host.reset();
    m_running = m_goesOn = m_ending = false;
}

} // namespace verbale::workbench
