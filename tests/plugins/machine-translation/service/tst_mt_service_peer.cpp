#include "english.h"
#include "http2_peer.h"

#include "plugins/machine-translation/machine_translation.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::mt;
using namespace verbale::mt::test;
using std::chrono::milliseconds;

namespace {

/// A service behind TLS and HTTP/2 that keeps a journal.
class Service
{
public:
    using Script = std::function<Reply(int number, const QByteArray &body)>;

    Service(const Authority &authority, Script script)
        : m_script(std::move(script))
        , m_peer([this](Connection &connection) { serve(connection); }, authority.identity(), "h2")
    {
    }

    [[nodiscard]] QString address() const { return m_peer.url("localhost", ""); }
    [[nodiscard]] int connections() const { return m_peer.connections(); }
    /// The bodies of all requests, sorted: they come on several streams at once.
    [[nodiscard]] QList<QByteArray> journal()
    {
        const std::lock_guard lock(m_mutex);
        QList<QByteArray> bodies = m_journal;
        std::sort(bodies.begin(), bodies.end());
        return bodies;
    }

private:
    void serve(Connection &connection)
    {
        Http2Session(connection, [this](int, const QByteArray &body) {
            const std::lock_guard lock(m_mutex);
            m_journal.append(body);
            return m_script(static_cast<int>(m_journal.size()) - 1, body);
        }).serve();
    }

    std::mutex m_mutex;
    Script m_script;
    QList<QByteArray> m_journal;
    RawPeer m_peer;
};

Reply translated(const QByteArray &body, milliseconds after = milliseconds(0))
{
    Reply reply;
    reply.body = English().answerTo(body);
    reply.after = after;
    return reply;
}

} // namespace

/// The plugin as the host calls it, with a real server on this computer.
class MtServicePeerTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void agreesWithTheJournalOfTheServer();
    void losesAnAnswerOnce();
    void tellsOfAServerThatIsNotThere();
    void leavesNoKeyAnywhere();
    void answersAThousandSegments();

private:
    [[nodiscard]] std::unique_ptr<MachineTranslation> start(const QString &address,
                                                            const QByteArray &key = "k") const;
    [[nodiscard]] std::unique_ptr<Ledger> ledger() const
    {
        return *Ledger::open(m_folder->filePath("ledger.sqlite"));
    }

    Authority m_authority;
    std::unique_ptr<QTemporaryDir> m_folder;
};

std::unique_ptr<MachineTranslation> MtServicePeerTest::start(const QString &address,
                                                             const QByteArray &key) const
{
    const QByteArray settings =
        R"({"engines": {"deepl": {"type": "deepl", "address": ")" + address.toUtf8() + R"(", "key": ")" +
        key + R"("}}, "network": {"proxy": "none", "authorities": ")" + m_authority.file().toUtf8() + "\"}}";
    PluginContext context;
    context.dataFolder = m_folder->path();
    context.settings = QJsonDocument::fromJson(settings).object();
    auto plugin = std::make_unique<MachineTranslation>();
    if (!plugin->start(context))
        qFatal("the plugin does not start");
    return plugin;
}

/// The texts of the ledger are those that the server has seen, to the character, with refusals, repetitions
/// and lost answers among them.
void MtServicePeerTest::agreesWithTheJournalOfTheServer()
{
    Service service(m_authority, [](int number, const QByteArray &body) {
        Reply reply = translated(body, milliseconds(5));
        if (number == 1)
            reply.status = 503;
        if (number == 2)
            reply.kind = Reply::Kind::StreamError;
        if (number == 3)
            reply.body = R"({"translations": []})";
        return reply;
    });
    const auto plugin = start(service.address());
    const Result<TranslateAnswer> answer = plugin->translate(requestFor(sentences(430)), {}, {});
    QVERIFY(answer);
    plugin->stop();

    QList<QByteArray> bodies;
    QStringList texts;
    qint64 characters = 0;
    const auto ledger = this->ledger();
    const Result<QList<LedgerLine>> lines = ledger->lines(0, 10'000);
    QVERIFY(lines);
    for (const LedgerLine &line : lines.value()) {
        if (line.kind == LedgerLine::Kind::Request) {
            bodies.append(line.text);
        } else if (line.kind == LedgerLine::Kind::Text) {
            texts.append(QString::fromUtf8(line.text));
            characters += line.characters;
        }
    }
    std::sort(bodies.begin(), bodies.end());
    const QList<QByteArray> journal = service.journal();
    QCOMPARE(bodies, journal);
    QStringList seen;
    for (const QByteArray &body : journal)
        seen += English::textsOf(body);
    std::sort(texts.begin(), texts.end());
    std::sort(seen.begin(), seen.end());
    QCOMPARE(texts, seen);
    QCOMPARE(answer.value().sentCharacters, charactersOf(seen.join(QString())));
    QCOMPARE(characters, charactersOf(seen.join(QString())));
    QCOMPARE(seen.size(), 430 + 50); // one batch twice, for the 503
    QVERIFY(!ledger->verify().value().broken);

    QHash<QString, int> ends;
    for (const Translation &one : answer.value().translations) {
        ++ends[one.error ? one.error->code : QString()];
        QVERIFY(one.error || one.text.contains(QStringLiteral("number %1 ").arg(one.segmentId)));
    }
    QCOMPARE(ends.value("mt.may-have-been-charged"), 50);
    QCOMPARE(ends.value("mt.wrong-count"), 50);
    QCOMPARE(ends.value(QString()), 330);
}

void MtServicePeerTest::losesAnAnswerOnce()
{
    Service service(m_authority, [](int number, const QByteArray &body) {
        Reply reply = translated(body);
        reply.kind = number == 0 ? Reply::Kind::Reset : Reply::Kind::Answer;
        return reply;
    });
    TranslateRequest request = requestFor(sentences(4));
    for (int run = 0; run < 3; ++run) { // each as a new program
        const auto plugin = start(service.address());
        const Result<TranslateAnswer> answer = plugin->translate(request, {}, {});
        QVERIFY(answer);
        for (const Translation &one : answer.value().translations)
            QCOMPARE(one.error ? one.error->code : QString(), QStringLiteral("mt.may-have-been-charged"));
        QCOMPARE(service.journal().size(), 1);
    }
    request.again = true;
    const auto plugin = start(service.address());
    const Result<TranslateAnswer> answer = plugin->translate(request, {}, {});
    QVERIFY(answer);
    for (const Translation &one : answer.value().translations)
        QVERIFY(!one.error);
    QCOMPARE(service.journal().size(), 2);
}

void MtServicePeerTest::tellsOfAServerThatIsNotThere()
{
    QString address;
    {
        const Service gone(m_authority, [](int, const QByteArray &body) { return translated(body); });
        address = gone.address();
    }
    const auto plugin = start(address);
    const Result<TranslateAnswer> answer = plugin->translate(requestFor(sentences(2)), {}, {});
    QVERIFY(answer);
    for (const Translation &one : answer.value().translations)
        QCOMPARE(one.error ? one.error->code : QString(), QStringLiteral("transport.refused"));
    QCOMPARE(answer.value().sentCharacters, 0);
    QCOMPARE(ledger()->spentInMonth().value(), 0);
}

void MtServicePeerTest::leavesNoKeyAnywhere()
{
    Service service(m_authority, [](int, const QByteArray &body) { return translated(body); });
    const auto plugin = start(service.address(), "canary-key-31337");
    const Result<TranslateAnswer> answer = plugin->translate(requestFor(sentences(3)), {}, {});
    QVERIFY(answer && !answer.value().translations.first().error);
    int files = 0;
    for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files)) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("canary-key"), qPrintable(name));
        ++files;
    }
    QVERIFY(files >= 2);
    for (const QByteArray &body : service.journal())
        QVERIFY(!body.contains("canary-key"));
}

void MtServicePeerTest::answersAThousandSegments()
{
    Service service(m_authority,
                    [](int, const QByteArray &body) { return translated(body, milliseconds(200)); });
    const auto plugin = start(service.address());
    const TranslateRequest request = requestFor(sentences(1000));
    for (const char *const what : {"1,000 segments at 200 ms", "the same from the cache"}) {
        const auto begin = std::chrono::steady_clock::now();
        const Result<TranslateAnswer> answer = plugin->translate(request, {}, {});
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        qInfo("%s: %.3f s over %d connections", what, took.count(), service.connections());
        QVERIFY(answer);
        for (const Translation &one : answer.value().translations)
            QVERIFY2(!one.error && one.text.contains(QStringLiteral("number %1 ").arg(one.segmentId)),
                     one.error ? qPrintable(one.error->message) : qPrintable(one.text));
    }
    QCOMPARE(service.journal().size(), 20);
}

QTEST_GUILESS_MAIN(MtServicePeerTest)

#include "tst_mt_service_peer.moc"
