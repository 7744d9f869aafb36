#include "host/descriptor.h"

#include "host_test.h"

#include <verbale/sdk/version.h>

#include <algorithm>
#include <random>

namespace verbale::host {

namespace {

const QByteArray whole = R"({
    "schema": "verbale.plugin/1",
    "id": "org.example.glossary-tool",
    "name": {"en": "Glossary tool", "vi": "Công cụ thuật ngữ"},
    "description": {"en": "Finds terms.", "vi": "Tìm thuật ngữ."},
    "version": "0.1.0",
    "vendor": "Example",
    "licence": "Apache-2.0",
    "sdk": ">=1.0 <2",
    "runs": "library",
    "library": "glossary-tool",
    "provides": ["verbale.terms/1", "verbale.suggest/1"],
    "needs": [{"id": "org.example.other", "version": ">=1.2"}, {"id": "org.example.any"}],
    "network": true,
    "hosts": ["api.example.org", "localhost:5000"],
    "memory": 2048,
    "settings": {"type": "object", "properties": {"file": {"type": "string", "default": "từ điển.tsv"}}}
})";

/// JSON with single quotation marks for the double ones.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray with(const QByteArray &old, const QByteArray &replacement)
{
    QByteArray bytes = whole;
    return bytes.replace(old, replacement);
}

} // namespace

class TestDescriptor : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryKey()
    {
        const DescriptorReading reading = readDescriptor(whole, QStringLiteral("plugin.json"));
        QVERIFY2(reading.usable(), qPrintable(messagesOf(reading.problems)));
        const Descriptor &d = reading.descriptor;
        QCOMPARE(d.id, QStringLiteral("org.example.glossary-tool"));
        QCOMPARE(d.name(QStringLiteral("vi")), QStringLiteral("Công cụ thuật ngữ"));
        QCOMPARE(d.descriptions.value(QStringLiteral("vi")), QStringLiteral("Tìm thuật ngữ."));
        QCOMPARE(d.version, QVersionNumber(0, 1, 0));
        QCOMPARE(d.vendor, QStringLiteral("Example"));
        QCOMPARE(d.licence, QStringLiteral("Apache-2.0"));
        QCOMPARE(d.sdk.text(), QStringLiteral(">=1.0 <2"));
        QCOMPARE(d.runs, QStringLiteral("library"));
        QCOMPARE(d.library, QStringLiteral("glossary-tool"));
        QCOMPARE(d.provides, QStringList({"verbale.terms/1", "verbale.suggest/1"}));
        QCOMPARE(d.needs.size(), 2);
        QCOMPARE(d.needs[0].version.text(), QStringLiteral(">=1.2"));
        QVERIFY(d.needs[1].version.minimum.isNull());
        QVERIFY(d.network);
        QCOMPARE(d.hosts, QStringList({"api.example.org", "localhost:5000"}));
        QCOMPARE(d.memoryMiB, 2048);
        QVERIFY(d.formats.isEmpty());
        QCOMPARE(d.settingsSchema.value("properties")
                     .toObject()
                     .value("file")
                     .toObject()
                     .value("default")
                     .toString(),
                 QStringLiteral("từ điển.tsv"));
    }

    void readsFormats()
    {
        const DescriptorReading reading =
            readDescriptor(with("\"verbale.suggest/1\"]",
                                "\"verbale.format/1\"], \"formats\": [{\"name\": {\"en\": \"Subtitles\", "
                                "\"vi\": \"Phụ đề\"}, "
                                "\"extensions\": [\"srt\", \"VTT\"]}, {\"extensions\": [\"tar.gz\"]}]"),
                           QStringLiteral("plugin.json"));
        QVERIFY2(reading.usable(), qPrintable(messagesOf(reading.problems)));
        const QList<FileFormat> &formats = reading.descriptor.formats;
        QCOMPARE(formats.size(), 2);
        QCOMPARE(inLanguage(formats[0].names, QStringLiteral("vi")), QStringLiteral("Phụ đề"));
        QCOMPARE(formats[0].extensions, QStringList({"srt", "vtt"}));
        QVERIFY(inLanguage(formats[1].names, QStringLiteral("vi")).isEmpty());
        QCOMPARE(formats[1].extensions, QStringList({"tar.gz"}));
    }

    void namesFallBack()
    {
        Descriptor d;
        d.id = QStringLiteral("org.example.x");
        QCOMPARE(d.name(QStringLiteral("vi")), d.id);
        d.names.insert(QStringLiteral("en"), QStringLiteral("X"));
        QCOMPARE(d.name(QStringLiteral("vi_VN")), QStringLiteral("X"));
        d.names.insert(QStringLiteral("vi"), QStringLiteral("Ích"));
        QCOMPARE(d.name(QStringLiteral("vi_VN")), QStringLiteral("Ích"));
        QCOMPARE(d.name(QStringLiteral("vi-VN")), QStringLiteral("Ích"));
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &bytes, const char *code,
                            const char *message) {
            QTest::newRow(name) << bytes << QLatin1String("descriptor.") + QLatin1String(code)
                                << QString::fromUtf8(message);
        };
        row("empty file", "", "syntax", "plugin.json:1:1: not valid JSON");
        row("bad UTF-8", with("Finds", "\xc3("), "syntax", "plugin.json:5:29: not valid JSON");
        row("id with a slash", with("org.example.glossary-tool", "org/example"), "bad-id",
            "plugin.json:3:5: ");
        row("id of dots", with("org.example.glossary-tool", "org..example"), "bad-id", "plugin.json:3:5: ");
        row("id is a path", with("org.example.glossary-tool", "../up"), "bad-id", "no plugin id");
        row("id too long", with("org.example.glossary-tool", QByteArray(200, 'x')), "bad-id", "at most 128");
        row("id empty", with("org.example.glossary-tool", " "), "bad-value", "\"id\" is empty");
        row("name without en", with("\"en\": \"Glossary tool\", ", ""), "missing-key",
            "\"name\" has no text for \"en\"");
        row("name with a number", with("\"Công cụ thuật ngữ\"", "3"), "wrong-type", "plugin.json:4:37: ");
        row("text too long", with("Finds terms.", QByteArray(2001, 'x')), "string-too-long",
            "plugin.json:5:21: ");
        row("version a number", with("\"0.1.0\"", "1"), "wrong-type",
            "plugin.json:6:5: \"version\" has to be a text");
        row("sdk without sense", with(">=1.0 <2", ">=2 <1"), "bad-version", "plugin.json:9:5: ");
        row("sdk older", with(">=1.0 <2", "<1"), "sdk-mismatch", "works with the plugin SDK <1");
        row("sdk later minor", with(">=1.0 <2", ">=1.999 <2"), "sdk-mismatch", ">=1.999 <2");
        row("runs elsewhere", with("\"library\",", "\"cloud\","), "bad-value",
            "has to be \"library\" or \"process\"");
        row("hosts without network", with("\"network\": true", "\"network\": false"), "bad-value",
            "\"network\" is not true");
        row("hosts a text", with("[\"api.example.org\", \"localhost:5000\"]", "\"x\""), "wrong-type",
            "a list of hosts");
        row("host with a scheme", with("api.example.org", "https://api.example.org"), "bad-value",
            "without a scheme");
        row("host with a port too high", with("localhost:5000", "localhost:70000"), "bad-value",
            "a host is written as");
        row("host empty", with("api.example.org", ""), "bad-value", "a host is written as");
        row("memory without sense", with("2048", "1"), "bad-value", "between 64 and 65536 MiB");
        row("memory negative", with("2048", "-1"), "wrong-type", "a number of MiB");
        row("library missing", with("\"library\": \"glossary-tool\",", ""), "missing-key",
            "the key \"library\" is missing");
        row("library in a folder", with("\"glossary-tool\"", "\"sub/tool\""), "bad-value",
            "no library's base name");
        row("library hidden", with("\"glossary-tool\"", "\"..\""), "bad-value", "no library's base name");
        row("process without command", with("\"runs\": \"library\"", "\"runs\": \"process\""), "missing-key",
            "\"command\"");
        row("provides nothing", with("\"verbale.terms/1\", \"verbale.suggest/1\"", ""), "bad-value",
            "\"provides\" is empty");
        row("provides twice", with("verbale.suggest/1", "verbale.terms/1"), "bad-value", "is listed twice");
        row("provides a number", with("\"verbale.suggest/1\"", "1"), "wrong-type", "plugin.json:12:37: ");
        row("unknown interface", with("verbale.suggest/1", "verbale.sing/1"), "unknown-interface",
            "it knows \"verbale.terms/1\"");
        row("no revision", with("verbale.suggest/1", "verbale.suggest"), "wrong-revision",
            "it has \"verbale.suggest/1\"");
        row("needs a text", with("{\"id\": \"org.example.any\"}", "\"org.example.any\""), "wrong-type",
            "plugin.json:13:64: ");
        row("needs a bad version", with(">=1.2", "1.2"), "bad-version", "write it as \">=1.2\"");
        row("needs a bad id", with("org.example.any", "any thing"), "bad-id",
            "\"any thing\" is no plugin id");
        row("network a text", with("true", "\"no\""), "wrong-type", "\"network\" has to be true or false");
        const auto withFormats = [](const char *formats) {
            return with("\"verbale.suggest/1\"]",
                        QByteArray("\"verbale.format/1\"], \"formats\": ") + formats);
        };
        row("formats without the interface",
            with("\"verbale.suggest/1\"]", "\"verbale.suggest/1\"], \"formats\": []"), "bad-value",
            "\"provides\" has no \"verbale.format/1\"");
        row("formats an object", withFormats("{}"), "wrong-type", "\"formats\" has to be a list of formats");
        row("format a text", withFormats("[\"srt\"]"), "wrong-type", "a format is written as");
        row("format without extensions", withFormats("[{\"name\": {\"en\": \"Subtitles\"}}]"), "wrong-type",
            "a format is written as");
        row("format with a bad name", withFormats("[{\"name\": \"Subtitles\", \"extensions\": [\"srt\"]}]"),
            "wrong-type", "a format is written as");
        row("format without an English name",
            withFormats("[{\"name\": {\"vi\": \"Phụ đề\"}, \"extensions\": [\"srt\"]}]"), "missing-key",
            "\"name\" has no text for \"en\"");
        row("extension with a dot", withFormats("[{\"extensions\": [\".srt\"]}]"), "bad-value",
            "write it without the dot");
        row("extension a path", withFormats("[{\"extensions\": [\"a/b\"]}]"), "bad-value", "no extension");
        row("settings a list", with("{\"type\": \"object\", \"properties\"", "[]} {\"x\""), "syntax",
            "not valid JSON");
        row("nested too deep", with("\"type\": \"object\"", "\"x\": " + QByteArray(50, '[')), "too-deep",
            "nested more than 32");
        row("too large", whole + QByteArray(descriptorSizeLimit, ' '), "too-large", "larger than 256 KiB");
    }
    void problems()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QFETCH(QString, message);
        const DescriptorReading reading = readDescriptor(bytes, QStringLiteral("plugin.json"));
        QVERIFY(!reading.usable());
        QVERIFY(reading.ours);
        QCOMPARE(reading.problems.size(), 1);
        QCOMPARE(reading.problems.first().code, code);
        QCOMPARE(reading.problems.first().step, QStringLiteral("read"));
        QVERIFY2(reading.problems.first().message.contains(message),
                 qPrintable(reading.problems.first().message));
        QVERIFY(!reading.problems.first().message.contains(QLatin1Char('\n')));
    }

    void everyProblemIsListed()
    {
        const DescriptorReading reading =
            readDescriptor(json("{'schema': 'verbale.plugin/1', 'id': 7, 'version': 'x', 'sdk': '1', "
                                "'provides': [1, 'a/1'], 'network': 0}"),
                           QStringLiteral("p"));
        QStringList codes;
        for (const Problem &problem : reading.problems)
            codes.append(problem.code.section(QLatin1Char('.'), 1));
        codes.sort();
        QCOMPARE(codes, QStringList({"bad-version", "bad-version", "missing-key", "missing-key",
                                     "unknown-interface", "wrong-type", "wrong-type", "wrong-type"}));
    }

    void whoseFileItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("ours");
        QTest::newRow("another schema")
            << json("{'schema': 'https://example.org/plugin', 'id': 'x', 'provides': []}") << false;
        QTest::newRow("nothing of ours") << json("{'id': 'x', 'main': 'index.js'}") << false;
        QTest::newRow("empty object") << QByteArray("{}") << false;
        QTest::newRow("a later schema") << json("{'schema': 'verbale.plugin/9'}") << true;
        QTest::newRow("no schema, but our keys") << json("{'id': 'x', 'provides': []}") << true;
        QTest::newRow("schema a number") << json("{'schema': 1}") << true;
        QTest::newRow("no JSON: nobody can tell") << QByteArray("hello") << true;
    }
    void whoseFileItIs()
    {
        QFETCH(QByteArray, bytes);
        const DescriptorReading reading = readDescriptor(bytes, QStringLiteral("p"));
        QTEST(reading.ours, "ours");
        QCOMPARE(reading.problems.isEmpty(), !reading.ours);
        QVERIFY(!reading.usable());
    }

    void aByteOrderMarkIsFine()
    {
        const DescriptorReading reading = readDescriptor("\xef\xbb\xbf" + whole, QStringLiteral("p"));
        QVERIFY2(reading.usable(), qPrintable(messagesOf(reading.problems)));
    }

    void damagedBytesNeverGetThrough()
    {
        // Whatever happens to the bytes, the reading comes back, and only a text that says the same is
        // usable.
        std::mt19937 random(7);
        const DescriptorReading truth = readDescriptor(whole, QStringLiteral("p"));
        int usable = 0;
        for (int round = 0; round < 5'000; ++round) {
            QByteArray bytes = whole;
            const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
            if (random() % 3 == 0)
                bytes.truncate(at);
            else
                bytes[at] = static_cast<char>(random() % 256);
            const DescriptorReading reading = readDescriptor(bytes, QStringLiteral("p"));
            if (!reading.usable())
                continue;
            ++usable;
            QVERIFY(!reading.descriptor.id.isEmpty() && !reading.descriptor.provides.isEmpty());
            QVERIFY(!reading.descriptor.library.contains(QLatin1Char('/')));
            QVERIFY(reading.descriptor.sdk.contains(QVersionNumber(VERBALE_SDK_MAJOR, VERBALE_SDK_MINOR)));
            QVERIFY(std::all_of(reading.descriptor.provides.cbegin(), reading.descriptor.provides.cend(),
                                [](const QString &id) { return knownInterfaces().contains(id); }));
        }
        QVERIFY(truth.usable() && usable > 100);
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestDescriptor)
#include "tst_descriptor.moc"
