// Frames: whatever way the bytes are cut, the same messages come out; every limit is kept; garbage is
// refused.

#include "host/protocol/framing.h"
#include "host/protocol/rate_limit.h"

#include <QtTest/QTest>

#include <random>

namespace verbale::host {

class TestProtocolFraming : public QObject
{
    Q_OBJECT

private:
    static std::vector<std::string> allOf(FrameReader &reader)
    {
        std::vector<std::string> all;
        while (auto message = reader.next())
            all.push_back(std::move(*message));
        return all;
    }

    struct Outcome
    {
        std::vector<std::string> messages;
        QString code;
        bool inside = false;
        bool operator==(const Outcome &) const = default;
    };

    static Outcome readIn(const std::string &bytes, const std::vector<size_t> &cuts, FrameLimits limits = {})
    {
        FrameReader reader(limits);
        Outcome outcome;
        size_t at = 0;
        for (const size_t cut : cuts) {
            const auto fed = reader.feed(bytes.data() + at, cut - at);
            at = cut;
            if (!fed) {
                outcome.code = fed.error().code;
                break;
            }
        }
        outcome.messages = allOf(reader);
        outcome.inside = reader.isInside();
        return outcome;
    }

    static Outcome readWhole(const std::string &bytes, FrameLimits limits = {})
    {
        return readIn(bytes, {bytes.size()}, limits);
    }

private slots:
    void aFrameIsItsLengthAndItsBody()
    {
        QCOMPARE(frame("{}"), std::string("Content-Length: 2\r\n\r\n{}"));
        QCOMPARE(frame(""), std::string("Content-Length: 0\r\n\r\n"));
    }

    void everySplitGivesTheSameMessages()
    {
        const std::string bytes = frame("{\"a\":1}") +
                                  "content-length:3 \r\nContent-Type: x; charset=utf-8\r\n\r\n\r\n\r" +
                                  frame("") + frame("Bộ");
        const std::vector<std::string> expected{"{\"a\":1}", "\r\n\r", "", "Bộ"};
        QVERIFY(readWhole(bytes).messages == expected);
        for (size_t i = 0; i <= bytes.size(); ++i) {
            for (size_t j = i; j <= bytes.size(); ++j) {
                const Outcome outcome = readIn(bytes, {i, j, bytes.size()});
                QVERIFY2(outcome.messages == expected && outcome.code.isEmpty() && !outcome.inside,
                         qPrintable(QString("cut at %1 and %2").arg(i).arg(j)));
            }
        }
    }

    void oneByteAtATime()
    {
        std::string bytes;
        std::vector<std::string> expected;
        for (int i = 0; i < 20; ++i) {
            expected.push_back(std::string(size_t(i * i), char('a' + i)));
            bytes += frame(expected.back());
        }
        std::vector<size_t> cuts;
        for (size_t i = 1; i <= bytes.size(); ++i)
            cuts.push_back(i);
        QVERIFY(readIn(bytes, cuts).messages == expected);
    }

    void aStreamThatEndsInAMessageIsKnown()
    {
        const std::string bytes = frame("{}");
        for (size_t i = 1; i < bytes.size(); ++i)
            QVERIFY(readIn(bytes.substr(0, i), {i}).inside);
        QVERIFY(!readWhole(bytes).inside);
        QVERIFY(!readWhole("").inside);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &bytes, const char *code = "protocol.header") {
            QTest::newRow(name) << bytes << QString::fromLatin1(code);
        };
        row("a printed line", "hello\n");
        row("a printed line with CR", "hello\r\n");
        row("no length", "Content-Type: a\r\n\r\n{}");
        row("nothing but an empty line", "\r\n");
        row("bare line feeds", "Content-Length: 2\n\n{}");
        row("a bare carriage return", "Content-Length: 2\r{}");
        row("no colon", "Content-Length 2\r\n\r\n{}");
        row("no name", ": 2\r\n\r\n{}");
        row("no number", "Content-Length: two\r\n\r\n{}");
        row("an empty number", "Content-Length: \r\n\r\n{}");
        row("a negative number", "Content-Length: -1\r\n\r\n{}");
        row("a sign", "Content-Length: +2\r\n\r\n{}");
        row("hexadecimal", "Content-Length: 0x2\r\n\r\n{}");
        row("two numbers", "Content-Length: 2 2\r\n\r\n{}");
        row("twice", "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}");
        row("another charset", "Content-Length: 2\r\nContent-Type: a; charset=utf-16\r\n\r\n{}");
        row("a null byte", QByteArray("Content\0Length: 2\r\n\r\n{}", 23));
        row("bytes beyond ASCII", "Content-Length\xC2\xA0: 2\r\n\r\n{}");
        row("a long header", "X: " + QByteArray(5000, 'x') + "\r\nContent-Length: 2\r\n\r\n{}");
        row("a header without end", QByteArray(100'000, 'x'));
        row("nine lines", QByteArray("X: y\r\n").repeated(8) + "Content-Length: 2\r\n\r\n{}");
        row("64 MiB and a byte", "Content-Length: 67108865\r\n\r\n", "protocol.too-large");
        row("4 GB", "Content-Length: 4294967296\r\n\r\n", "protocol.too-large");
        row("more than any number holds", "Content-Length: 99999999999999999999999\r\n\r\n",
            "protocol.too-large");
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const std::string before = frame("{\"first\":1}");
        const std::string all = before + bytes.toStdString();
        for (size_t cut = 0; cut <= std::min<size_t>(all.size(), 200); ++cut) {
            const Outcome outcome = readIn(all, {cut, all.size()});
            QCOMPARE(outcome.code, code);
            QVERIFY(outcome.messages == std::vector<std::string>{"{\"first\":1}"});
        }
        FrameReader reader;
        const auto first = reader.feed(bytes.constData(), size_t(bytes.size()));
        QVERIFY(!first.ok() && first.error().message.endsWith(QLatin1Char('.')));
        const auto again = reader.feed("Content-Length: 2\r\n\r\n{}", 23);
        QVERIFY2(!again.ok() && again.error().message == first.error().message, "a lost stream stays lost");
        QVERIFY(!reader.next().has_value());
    }

    void limitsAreExact()
    {
        const FrameLimits limits{60, 2, 10};
        QVERIFY(readWhole(frame(std::string(10, 'x')), limits).code.isEmpty());
        QCOMPARE(readWhole(frame(std::string(11, 'x')), limits).code, QStringLiteral("protocol.too-large"));
        const std::string length = "Content-Length: 1\r\n\r\n";
        const std::string filled = "X: " + std::string(60 - length.size() - 5, 'y') + "\r\n" + length;
        QCOMPARE(filled.size(), size_t(60));
        QVERIFY(readWhole(filled + "z", limits).messages == std::vector<std::string>{"z"});
        QCOMPARE(readWhole("X: y" + filled.substr(3) + "z", limits).code, QStringLiteral("protocol.header"));
        QVERIFY(readWhole("X: y\r\n" + length + "z", limits).code.isEmpty());
        QCOMPARE(readWhole("X: y\r\nX: y\r\n" + length + "z", limits).code,
                 QStringLiteral("protocol.header"));
    }

    /// Damaged streams come to the same end whatever way they are cut.
    void damagedStreams()
    {
        std::mt19937 random(20261122);
        const auto below = [&random](size_t limit) { return size_t(random() % limit); };
        const std::string whole = frame("{\"a\":1}") + frame("[]") + frame("\"Content-Length: 3\"");
        for (int round = 0; round < 5000; ++round) {
            std::string bytes = whole;
            for (size_t damage = below(4); damage > 0; --damage) {
                const size_t at = below(bytes.size());
                if (below(3) == 0)
                    bytes.erase(at, below(4));
                else if (below(2) == 0)
                    bytes.insert(at, 1, char(below(256)));
                else
                    bytes[at] = char(below(256));
            }
            std::vector<size_t> cuts{below(bytes.size() + 1), below(bytes.size() + 1), bytes.size()};
            std::sort(cuts.begin(), cuts.end());
            const FrameLimits limits{64, 3, 1000};
            const Outcome cut = readIn(bytes, cuts, limits);
            const Outcome uncut = readWhole(bytes, limits);
            QVERIFY2(cut.messages == uncut.messages && cut.code == uncut.code, bytes.c_str());
        }
    }

    void aRateIsKept()
    {
        RateLimit limit(3);
        const RateLimit::Clock::time_point start{std::chrono::hours(1)};
        QVERIFY(limit.take(start) && limit.take(start) && limit.take(start));
        QVERIFY(!limit.take(start + std::chrono::milliseconds(999)));
        QVERIFY(limit.take(start + std::chrono::seconds(1)));
        QVERIFY(limit.take(start + std::chrono::seconds(1)) && limit.take(start + std::chrono::seconds(1)));
        QVERIFY(!limit.take(start + std::chrono::seconds(1)));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestProtocolFraming)
#include "tst_protocol_framing.moc"
