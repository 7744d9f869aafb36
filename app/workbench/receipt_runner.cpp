#include "workbench/receipt_runner.h"

#include "session/assist.h"
#include "session/receipts.h"
#include "workbench/later.h"

namespace verbale::workbench {

namespace {

constexpr int batchSize = 200;
constexpr int typingPause = 150; // ms

} // namespace

ReceiptRunner::ReceiptRunner(DocumentController &controller, QObject *parent)
    : QObject(parent), m_controller(controller)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &ReceiptRunner::next);
    connect(&controller, &DocumentController::opened, this, &ReceiptRunner::begin);
    connect(&controller, &DocumentController::closed, this, &ReceiptRunner::stop);
    connect(&controller, &DocumentController::assisted, this, [this](const QList<int> &rows) {
        take(rows);
        if (!m_pause.isActive())
            next();
    });
    connect(&controller, &DocumentController::edited, this, [this](int row) {
        take({row});
        m_pause.start();
    });
}

ReceiptRunner::~ReceiptRunner()
{
    stop();
}

void ReceiptRunner::setHost(std::shared_ptr<host::PluginHost> host)
{
    stop();
    m_host = std::move(host);
    begin();
}

void ReceiptRunner::begin()
{
    stop();
    QList<int> rows;
    for (int row = m_controller.rowCount() - 1; row >= 0; --row)
        rows.append(row);
    take(rows);
    next();
}

void ReceiptRunner::stop()
{
    ++m_run;
    m_stop.request_stop();
    m_stop = StopSource();
    m_pause.stop();
    m_waiting.clear();
    m_known.clear();
    m_inFlight = false;
}

void ReceiptRunner::take(const QList<int> &rows)
{
    if (!m_host)
        return;
    for (const int row : rows) {
        const Segment &segment = m_controller.segment(row);
        if (segment.target.text.trimmed().isEmpty() || segment.receiptsRevision == segment.revision)
            continue;
        const QString key = m_controller.document().segmentKey(m_controller.refAt(row));
        if (m_known.contains(key))
            m_waiting.removeOne(key); // it comes first now
        m_known.insert(key);
        m_waiting.append(key);
    }
}

void ReceiptRunner::next()
{
    if (m_inFlight || !m_host)
        return;
    QList<SegmentRef> refs;
    while (!m_waiting.isEmpty() && refs.size() < batchSize) {
        const QString key = m_waiting.takeLast();
        m_known.remove(key);
        if (const int row = m_controller.rowOfKey(key); row >= 0)
            refs.append(m_controller.refAt(row));
    }
    if (refs.isEmpty()) {
        emit finished();
        return;
    }
    m_inFlight = true;
    session::AssistOptions options;
    options.profile = m_profile;
    // The host is kept alive by the continuation until the answer is there.
    whenDone(this,
             session::findReceiptsLater(m_controller.document(), refs, *m_host, options, m_stop.get_token()),
             [this, run = m_run, host = m_host](const Result<ReceiptsAnswer> &answer) {
                 if (run == m_run)
                     store(answer);
             });
}

/// Edits in the meantime have put their rows on the list again.
void ReceiptRunner::store(const Result<ReceiptsAnswer> &answer)
{
    m_inFlight = false;
    if (answer.ok())
        m_controller.storeReceipts(answer.value());
    if (!m_pause.isActive())
        next();
}

} // namespace verbale::workbench
