#include "english.h"
#include "http2_peer.h"

#include "host/plugin_host.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::host;
using namespace verbale::mt::test;

namespace {

const QString id = QStringLiteral("org.verbale.machine-translation");

} // namespace

/// The shipped plugin in its own process, as closed in as the system can: the network, its two files and what
/// the settings name are all that it needs.
class MtProcessTest : public QObject
{
    Q_OBJECT

private slots:
    void translates_data();
    void translates();

private:
    Authority m_authority;
};

void MtProcessTest::translates_data()
{
    QTest::addColumn<QByteArray>("engine");
    QTest::addColumn<QString>("error");
    QTest::newRow("an engine of the house") << QByteArray(R"("type": "deepl", "address": "ADDRESS")") << "";
    QTest::newRow("an engine that a file describes")
        << QByteArray(R"("type": "generic", "description": "FOLDER/engine.json")") << "";
    QTest::newRow("a mistake") << QByteArray(R"("type": "deepl", "adress": "ADDRESS")") << "mt.settings";
}

void MtProcessTest::translates()
{
    QFETCH(QByteArray, engine);
    QFETCH(QString, error);
    const RawPeer peer(
        [](Connection &connection) {
            Http2Session(connection, [](int, const QByteArray &body) {
                return Reply{.body = English().answerTo(body)};
            }).serve();
        },
        m_authority.identity(), "h2");
    const QByteArray address = peer.url("localhost", "").toUtf8();
    const QTemporaryDir folder;
    QFile description(folder.filePath("engine.json"));
    QVERIFY(description.open(QIODevice::WriteOnly));
    description.write(QByteArray(R"({"schema": "verbale.engine/1", "id": "house", "name": "House",
        "url": "ADDRESS/translate", "auth": {"header": "X-Key"}, "body": {"text": "${texts}"}, "tags": "xml",
        "limits": {"items": 50}, "answer": {"texts": "/translations/*/text"}})")
                          .replace("ADDRESS", address));
    description.close();
    QByteArray settings = R"({"engines": {"deepl": {"key": "k", )" + engine +
                          R"(}}, "network": {"proxy": "none", "authorities": "AUTHORITY"},
                          "descriptionFile": "FOLDER/engine.json", "authoritiesFile": "AUTHORITY"})";
    settings.replace("ADDRESS", address).replace("FOLDER", folder.path().toUtf8());
    settings.replace("AUTHORITY", m_authority.file().toUtf8());

    HostOptions options;
    options.folders = {{QStringLiteral(SHIPPED_PLUGIN), Origin::Shipped}};
    options.stateFolder = folder.filePath("state");
    options.trialProgram = QStringLiteral(PLUGIN_HOST);
    options.settings = {{id, QJsonDocument::fromJson(settings).object()}};
    PluginHost host(options);
    host.discover();
    host.start();
    const auto answer = host.translate(id, requestFor(sentences(70)), {}).result();
    host.stop();
    if (!error.isEmpty()) {
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, error);
        QVERIFY2(answer.error().message.contains("\"adress\""), qPrintable(answer.error().message));
        return;
    }
    QVERIFY2(answer.ok(), answer.ok() ? "" : qPrintable(answer.error().text()));
    QCOMPARE(answer.value().translations.size(), 70);
    for (const Translation &one : answer.value().translations)
        QVERIFY2(!one.error && one.text.contains(QStringLiteral("number %1 ").arg(one.segmentId)),
                 one.error ? qPrintable(one.error->message) : qPrintable(one.text));
    QCOMPARE(answer.value().sentCharacters, charactersOf(sentences(70).join(QString())));
    QVERIFY(QFile::exists(folder.filePath("state/data/" + id + "/ledger.sqlite")));
}

QTEST_GUILESS_MAIN(MtProcessTest)

#include "tst_mt_process.moc"
