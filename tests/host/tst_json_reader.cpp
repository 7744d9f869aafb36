#include "host/json_reader.h"

#include <QtTest/QTest>

#include <random>

namespace verbale::host {

class TestJsonReader : public QObject
{
    Q_OBJECT

private slots:
    void placesOfKeysAndElements()
    {
        const QByteArray bytes = "{\n  \"tên\": [1, \"hai\"],\n  \"a/b~c\": {\"k\\\"\": null}\n}";
        const JsonText text = readJson(bytes);
        QVERIFY(text.complete);
        QVERIFY(text.faults.isEmpty());
        QCOMPARE(bytes.mid(text.places.at("/tên"), 6), QByteArray("\"tên\""));
        QCOMPARE(linePlace(bytes, text.places.at("/a~1b~0c")), QStringLiteral(":3:3"));
        QCOMPARE(bytes.mid(text.places.at("/a~1b~0c/k\""), 5), QByteArray("\"k\\\"\""));
        QCOMPARE(linePlace(bytes, text.places.at("/tên/1")), QStringLiteral(":2:14"));
        QVERIFY(text.root["tên"][1].get<std::string>() == "hai");
        QVERIFY(text.root["a/b~c"]["k\""].is_null());
    }

    void columnsCountCodePoints() { QCOMPARE(linePlace("x\nệ\U0001F600z", 8), QStringLiteral(":2:3")); }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("place");
        QTest::newRow("empty") << QByteArray() << "syntax"
                               << ":1:1";
        QTest::newRow("cut off") << QByteArray("{\"a\":\n 1") << "syntax"
                                 << ":2:3";
        QTest::newRow("comma at the end") << QByteArray("{\"a\": 1,}") << "syntax"
                                          << ":1:9";
        QTest::newRow("comment") << QByteArray("{ // no\n}") << "syntax"
                                 << ":1:3";
        QTest::newRow("comma missing") << QByteArray("{\n  \"a\": 1\n  \"b\": 2}") << "syntax"
                                       << ":3:3";
        QTest::newRow("bad UTF-8") << QByteArray("{\"a\": \"\xff\"}") << "syntax"
                                   << ":1:8";
        QTest::newRow("more after the end") << QByteArray("{} {}") << "syntax"
                                            << ":1:4";
        QTest::newRow("duplicate") << QByteArray("{\"a\": 1,\n \"b\": 2, \"a\": 3}") << "duplicate-key"
                                   << ":2:10";
        QTest::newRow("too deep") << QByteArray(40, '[') << "too-deep"
                                  << ":1:33";
        QTest::newRow("too long") << "[\"" + QByteArray(9000, 'x') + "\"]"
                                  << "string-too-long"
                                  << ":1:9003";
        QTest::newRow("huge number") << QByteArray("[1e999]") << "syntax"
                                     << ":1:6";
    }
    void faults()
    {
        QFETCH(QByteArray, bytes);
        const JsonText text = readJson(bytes);
        QCOMPARE(text.faults.size(), 1);
        QTEST(text.faults.first().code, "code");
        QTEST(linePlace(bytes, text.faults.first().offset), "place");
        QVERIFY(!text.faults.first().message.contains(QLatin1String("json.exception")));
        QCOMPARE(text.complete, text.faults.first().code == QLatin1String("duplicate-key"));
    }

    void duplicatesAreTheDifferenceToThePlainParser()
    {
        const JsonText text = readJson("{\"a\": {\"x\": 1}, \"b\": {\"x\": 1}, \"a\": {\"x\": 2}}");
        QVERIFY(text.complete);
        QCOMPARE(text.faults.size(), 1);
        QCOMPARE(text.root["a"]["x"].get<int>(), 2);
    }

    void agreesWithThePlainParserOnDamagedTexts()
    {
        const QByteArray whole =
            "{\"id\": \"org.example\", \"n\": [1, -2.5e3, true, null], \"t\": {\"vi\": \"Tiếng "
            "Việt \\u1ec7\"}}";
        std::mt19937 random(20240607);
        int good = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = whole;
            for (unsigned edits = random() % 3; edits > 0; --edits) {
                const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
                if (random() % 2 == 0)
                    bytes.remove(at, static_cast<qsizetype>(random() % 4));
                else
                    bytes.insert(at, "{}[],:\"\\x0\n\xc3"[random() % 12]);
            }
            const auto plain = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
            const JsonText text = readJson(bytes);
            QCOMPARE(text.complete, !plain.is_discarded());
            if (text.complete) {
                QVERIFY(text.root == plain);
                ++good;
            } else {
                QVERIFY(!text.faults.isEmpty());
                QVERIFY(text.faults.first().offset <= bytes.size());
            }
        }
        QVERIFY(good > 5'000 && good < 15'000);
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestJsonReader)
#include "tst_json_reader.moc"
