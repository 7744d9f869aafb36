#include "session/seams.h"

#include <QtTest/QTest>

namespace verbale::session {

class TestSessionSeams : public QObject
{
    Q_OBJECT

    static Result<OpenedDocument> open(const QString &text)
    {
        OpenOptions options;
        options.wholeFile = true;
        return openBytes(text.toUtf8(), QStringLiteral("sample.txt"), options);
    }

private slots:
    void findsWhereTextsAreBroken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("gaps");

        QTest::newRow("sentences") << QStringLiteral("Hai bên gặp nhau. Họ trao đổi ý kiến.\n")
                                   << QStringList{QStringLiteral(" ")};
        QTest::newRow("line end") << QStringLiteral("Các bên trao đổi về Biển\nĐông hôm qua.\n")
                                  << QStringList{QStringLiteral("\n")};
        QTest::newRow("indented") << QStringLiteral("Các bên trao đổi về Biển\r\n   Đông hôm qua.\r\n")
                                  << QStringList{QStringLiteral("\r\n   ")};
        QTest::newRow("blank line") << QStringLiteral("Các bên trao đổi về Biển\n\nĐông hôm qua.\n")
                                    << QStringList{};
        QTest::newRow("blank line of old Macs")
            << QStringLiteral("Các bên trao đổi về Biển\r\rĐông hôm qua.\r") << QStringList{};
        QTest::newRow("one segment") << QStringLiteral("Hai bên gặp nhau.") << QStringList{};
    }

    void findsWhereTextsAreBroken()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, gaps);
        const Result<OpenedDocument> opened = open(text);
        QVERIFY(opened.ok());
        const Seams seams = seamsOf(*opened);
        QCOMPARE(seams.document.units.size(), static_cast<qsizetype>(seams.seams.size()));
        QStringList found;
        for (std::size_t i = 0; i < seams.seams.size(); ++i) {
            const Seam &seam = seams.seams[i];
            const QString part = seams.document.units[static_cast<qsizetype>(i)].segments[0].source.text;
            QCOMPARE(part, text.mid(seam.start, part.size()));
            found.append(part.mid(seam.gap.start, seam.gap.length()));
        }
        QCOMPARE(found, gaps);
    }

    void keepsOnlyWhatLiesAcross()
    {
        const QString text = QStringLiteral("😀 Trao đổi về Biển\nĐông và ASEAN.\n");
        const Result<OpenedDocument> opened = open(text);
        QVERIFY(opened.ok());
        Seams seams = seamsOf(*opened);
        QCOMPARE(seams.seams.size(), std::size_t(1));
        Segment &segment = seams.document.units[0].segments[0];
        const auto add = [&segment](const QString &surface) {
            TermHit hit;
            const qsizetype at = segment.source.text.indexOf(surface);
            hit.span = {at, at + surface.size()};
            hit.entryId = surface;
            segment.terms.append(hit);
        };
        add(QStringLiteral("Trao đổi"));
        add(QStringLiteral("Biển\nĐông"));
        add(QStringLiteral("ASEAN"));
        const QList<SeamTerm> across = termsAcross(seams);
        QCOMPARE(across.size(), 1);
        QCOMPARE(across[0].surface, QStringLiteral("Biển\nĐông"));
        // In code points: the face is one of them and two units.
        QCOMPARE(across[0].start, text.indexOf(QStringLiteral("Biển")) - 1);
        QCOMPARE(across[0].end, across[0].start + 9);
    }

    void looksAtWholeWordsOnly()
    {
        const QString word = QStringLiteral("tiếng ");
        const QString text = word.repeated(200) + QStringLiteral("Biển\nĐông ") + word.repeated(200);
        const Result<OpenedDocument> opened = open(text);
        QVERIFY(opened.ok());
        const Seams seams = seamsOf(*opened);
        QCOMPARE(seams.seams.size(), std::size_t(1));
        const QString part = seams.document.units[0].segments[0].source.text;
        QVERIFY(part.size() < 900);
        QVERIFY(part.startsWith(QStringLiteral("tiếng")));
        QVERIFY(part.endsWith(QStringLiteral("tiếng")));
        QVERIFY(part.contains(QStringLiteral("Biển\nĐông")));
    }
};

} // namespace verbale::session

QTEST_GUILESS_MAIN(verbale::session::TestSessionSeams)
#include "tst_session_seams.moc"
