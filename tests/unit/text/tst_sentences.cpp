#include "text/sentences.h"

#include <QtTest>

#include <thread>

using namespace verbale;
using namespace verbale::text;

class SentencesTest : public QObject
{
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void offsetsAreOfTheParagraph();
    void nothingIsLost();
    void endOfALine();
    void fromManyThreads();
    void againstGold_data();
    void againstGold();
};

namespace {

QStringList split(QStringView text)
{
    QStringList result;
    for (const Span &span : sentences(text))
        result.append(text.mid(span.start, span.length()).toString());
    return result;
}

QString sharedFolder()
{
    const QString named = qEnvironmentVariable("VERBALE_SHARED");
    return named.isEmpty() ? QStringLiteral(VERBALE_SOURCE_DIR "/../shared") : named;
}

} // namespace

/// In the rows "|" stands where a sentence ends; the space that follows belongs to neither side.
void SentencesTest::splits_data()
{
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const char *marked) {
        QTest::newRow(name) << QString::fromUtf8(marked);
    };
    row("empty", "");
    row("one", "Hội nghị đã khai mạc.");
    row("no full stop", "Thông cáo chung");
    row("two", "Hội nghị đã khai mạc.| Các bên trao đổi quan điểm.");
    row("question and exclamation", "Vì sao?| Vì hòa bình!| Đúng vậy.");
    row("closing quote stays", "Ông nói: “Chúng tôi ủng hộ.”| Bà đồng ý.");
    row("closing bracket stays", "Họp kín (không công bố.)| Sau đó họp báo.");
    row("end sign of news", "Hội nghị bế mạc chiều nay./.");
    row("end sign apart", "Hội nghị bế mạc chiều nay. ./.");
    row("straight quote after the end", "Bà nói: \"Tốt.\"| Ông gật đầu.");
    row("city", "Đoàn thăm TP. Hồ Chí Minh.| Sau đó về nước.");
    row("titles", "Tiếp đoàn có PGS.TS. Nguyễn Văn An và TS. Lê Bình.| Buổi tiếp kết thúc.");
    row("master", "Theo ThS. Trần Minh, đây là bước tiến.");
    row("dateline", "TGVN. Ngày 5/1, Hội nghị khai mạc.| Các bên đến dự.");
    row("dateline of a site", "Baoquocte.vn. Sáng nay, đoàn lên đường.");
    row("and so on", "Hợp tác y tế, giáo dục, v.v. giữa hai nước.");
    row("figure starts", "Kim ngạch tăng mạnh.| 15 doanh nghiệp ký kết.");
    row("figures are whole", "Kim ngạch đạt 1.234,5 triệu USD, tăng 3.5 lần.");
    row("list item", "1. Hai bên nhất trí.| Hai bên ký kết.");
    row("roman", "IV. Kết luận chung");
    row("article of a treaty", "Điều 5. Hiệu lực của Hiệp định");
    row("question in a sentence", "“Vì sao?” ông hỏi.");
    row("dots in a sentence", "Hợp tác y tế... sẽ tiếp tục.");
    row("dots at the end", "Hợp tác về y tế, giáo dục...| Hai bên nhất trí.");
    row("one sign ellipsis", "Hợp tác về y tế, giáo dục…| Hai bên nhất trí.");
    row("name with initials", "Cố vấn John F. Kennedy từng phát biểu.");
    row("no initial", "Bị cáo là Nguyễn Văn A.| Vụ việc đang được xem xét.");
    row("her excellency", "Phát biểu của H.E. Bà Đại sứ.");
    row("quotation in lower case", "Ông nói rõ.| “chúng ta cùng thắng” là phương châm.");
    row("dateline of an agency", "TTXVN. Sáng 5/1, đoàn lên đường.| Các bên đến dự.");
    row("spaced figure", "Sản lượng đạt 70. 000 tấn.| Giá đạt 19. 500 đồng.");
    row("spaced telephone number", "Điện thoại: (84. 4) 8529126.| Xin liên hệ.");
    row("a continent", "Đây là nước đầu tiên ở châu Á.| Các nước khác theo sau.");
    row("a country of one letter", "Ông từng làm việc tại Ý.| Ông về nước năm 2020.");
    row("degrees", "Nhiệt độ lên tới 38 độ C.| Nắng nóng còn kéo dài.");
    row("a person's letter", "Nạn nhân là chị H.| Theo lời kể, vụ việc xảy ra ban đêm.");
    row("age of a person", "Cháu N. 13 tuổi được đưa về nhà.");
    row("initials", "Bà J. K. Rowling và ông V. I. Lê-nin đều được nhắc tới.| Hết.");
    row("joined initials",
        "Cố vấn H.R. McMaster phát biểu.| Ông rời Washington D.C.| Theo đặc phái viên, chuyến đi kết thúc.");
    row("foreign name after a title", "Đại diện nhân quyền E. Baikadamov lên tiếng.");
    row("United States", "Chỉ số U.S. Dollar tăng.| Thị trường ổn định.");
    row("English abbreviations",
        "Mr. Smith met Dr. Jones, i.e. the envoy, e.g. in St. Paul at 5 p.m. Monday.| They agreed.");
    row("English before a number", "See No. 5 and Fig. 2 of Vol. 3.| The end.");
    row("ward and district", "Địa chỉ: 12 Lê Lợi, P. Bến Nghé, Q. 1, TP. Hồ Chí Minh.| Mời ghé thăm.");
    row("city at the end", "Ông làm việc tại UBND TP.| Tuy nhiên, hồ sơ chưa đủ.");
    row("page", "Xem Nxb. Trẻ, tr. 15 và tr. 20.| Hết.");
    row("titles in a chain", "GS.TS. Lê An, Th.S. Bùi Minh và KTS. Trần Hà dự họp.");
    row("comrade", "Đ/c. Nguyễn Văn Bình phát biểu.");
    row("section number", "Điều 5.2. Quyền của các bên");
    row("letters of a list", "a) Hai bên nhất trí.| b) Hai bên ký kết.");
    row("list in a paragraph", "Hội nghị thống nhất.| 1. Về kinh tế.| 2. Về văn hóa.");
    row("semicolons", "Các nội dung gồm: kinh tế; văn hóa; giáo dục.");
    row("mixed signs", "Thật sao?!| Đúng vậy!..| Hết.");
    row("repeated cries", "“Mẹ! Bố!” là tiếng gọi đầu tiên.");
    row("speaker in capitals", "“Vì sao?” Ông Nam hỏi.| Không ai trả lời.");
    row("speaker behind a dash", "“Không!” - Ông đáp.");
    row("a sentence after a quotation", "“Tốt.”| Ông cho biết hai bên sẽ ký kết.");
    row("address of a page", "Truy cập www.vi-du.vn hoặc thu@vi-du.vn, tệp bao.cao.docx.| Xin cảm ơn.");
    row("time", "Phiên họp bắt đầu lúc 19h.30 và kết thúc lúc 21h00.| Hết.");
    row("note mark", "Hội nghị đã kết thúc.[2]| Các bên về nước.");
    row("dash of a list", "Nội dung gồm hai phần.| - Kinh tế.| - Văn hóa.");
    row("bracket that explains", "Ông Nam, 40 tuổi. (theo báo cáo) đã có mặt.");
    row("ellipsis before a figure", "Tỷ lệ sau ba năm là... 98%.");
    row("ellipsis first", "Họ im lặng.| ... Rồi tất cả cùng cười.");
    row("iPhone", "Giá giảm.| iPhone bán chạy.");
    row("a version of two names", "Ông là người bạn của VN.| 17 tuổi tôi đã đi làm.");
    row("full-width marks", "会议结束了。|大家回家。");
    row("footer of a report", "Hội nghị kết thúc./.| (Ảnh: Hải An)");
    row("no space after the full stop", "Hai bên đã thảo luận.|Trong đó có y tế.");
    row("signs first", "... ”Hội nghị” khai mạc.| Hết.");
    row("only signs", "***");
    row("white space around", "  Một câu.| Hai câu.  ");
}

void SentencesTest::splits()
{
    QFETCH(QString, marked);
    QStringList expected = marked.split(u'|');
    for (QString &sentence : expected)
        sentence = sentence.trimmed();
    expected.removeAll(QString());
    QCOMPARE(split(QString(marked).remove(u'|')), expected);
    // In decomposed letters and with line ends for spaces the breaks are the same.
    const QString text = QString(marked).remove(u'|');
    QCOMPARE(split(text.normalized(QString::NormalizationForm_D)).size(), expected.size());
    QCOMPARE(split(QString(text).replace(u' ', u'\n')).size(), expected.size());
    QCOMPARE(split(QString(text).replace(QLatin1String(" "), QLatin1String("\r\n"))).size(), expected.size());
}

void SentencesTest::offsetsAreOfTheParagraph()
{
    const QString text = QStringLiteral(" 😀 Một.\n Hai.");
    const QList<Span> spans = sentences(text);
    QCOMPARE(spans.size(), 2);
    QCOMPARE(spans[0], (Span{1, 8}));
    QCOMPARE(spans[1], (Span{10, 14}));
}

/// Everything but white space is in exactly one sentence, and no sentence is signs alone if the text has
/// words.
void SentencesTest::nothingIsLost()
{
    QRandomGenerator random(17);
    const QStringList words = {
        QStringLiteral("Hội"), QStringLiteral("nghị"), QStringLiteral("TP."), QStringLiteral("."),
        QStringLiteral("…"),   QStringLiteral("”"),    QStringLiteral("“"),   QStringLiteral("15"),
        QStringLiteral("./."), QStringLiteral("?"),    QStringLiteral("("),   QStringLiteral(")"),
        QStringLiteral(" "),   QStringLiteral("\n"),   QStringLiteral("😀"),   QStringLiteral("A.")};
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (int i = random.bounded(25); i > 0; --i)
            text += words[random.bounded(static_cast<int>(words.size()))] + QString(random.bounded(2), u' ');
        const QList<Span> spans = sentences(text);
        QString joined;
        qsizetype last = 0;
        for (const Span &span : spans) {
            QVERIFY(span.start >= last && span.end > span.start);
            QVERIFY(!text[span.start].isSpace() && !text[span.end - 1].isSpace());
            last = span.end;
            const QString part = text.mid(span.start, span.length());
            const bool wordless =
                std::none_of(part.cbegin(), part.cend(), [](QChar c) { return c.isLetterOrNumber(); });
            QVERIFY2(!wordless || spans.size() == 1 || part.contains(QStringLiteral("😀")), qPrintable(text));
            joined += part;
        }
        const auto dense = [](QString s) { return s.remove(QRegularExpression(QStringLiteral("\\s"))); };
        QCOMPARE(dense(joined), dense(text));
    }
}

void SentencesTest::endOfALine()
{
    QVERIFY(endsInAbbreviation(u"Đoàn đã đến thăm TP."));
    QVERIFY(endsInAbbreviation(u"Cố vấn George W."));
    QVERIFY(!endsInAbbreviation(u"Đoàn đã về nước."));
    QVERIFY(!endsInAbbreviation(u"Đoàn đã đến thăm TP"));
    QVERIFY(!endsInAbbreviation({}));
}

void SentencesTest::fromManyThreads()
{
    const QString text = QStringLiteral("Một câu. Hai câu. TP. Hồ Chí Minh. Ba câu.");
    const QList<Span> expected = sentences(text);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 200; ++round)
                wrong += sentences(text) == expected ? 0 : 1;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void SentencesTest::againstGold_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<double>("atLeast"); // F1 of the breaks inside paragraphs
    QTest::newRow("news of the world") << QStringLiteral("ntrex.paras.tsv") << 0.997;
    QTest::newRow("treebank, dev") << QStringLiteral("vtb-dev.paras.tsv") << 0.997;
    QTest::newRow("treebank, train") << QStringLiteral("vtb-train.paras.tsv") << 0.997;
}

void SentencesTest::againstGold()
{
    QFETCH(QString, file);
    QFETCH(double, atLeast);
    QFile gold(sharedFolder() + QStringLiteral("/vietnamese/segmentation/") + file);
    if (!gold.open(QIODevice::ReadOnly))
        QSKIP("the gold sentences are not there");
    qsizetype right = 0;
    qsizetype found = 0;
    qsizetype wanted = 0;
    const bool verbose = qEnvironmentVariableIsSet("VERBALE_SHOW_MISSES");
    while (!gold.atEnd()) {
        const QStringList expected = QString::fromUtf8(gold.readLine()).trimmed().split(u'\t');
        const QString text = expected.join(u' ');
        QSet<qsizetype> truth;
        qsizetype at = 0;
        for (const QString &sentence : expected) {
            at += sentence.size() + 1;
            truth.insert(at - 1);
        }
        truth.remove(text.size());
        QSet<qsizetype> got;
        for (const Span &span : sentences(text))
            got.insert(span.end);
        got.remove(text.size());
        right += (QSet<qsizetype>(truth) & got).size();
        found += got.size();
        wanted += truth.size();
        if (verbose) {
            for (const qsizetype miss : truth - got)
                qInfo("MISS  %s", qPrintable(text.mid(qMax<qsizetype>(0, miss - 30), 60)));
            for (const qsizetype extra : got - truth)
                qInfo("EXTRA %s", qPrintable(text.mid(qMax<qsizetype>(0, extra - 30), 60)));
        }
    }
    QVERIFY(wanted > 0);
    const double f1 = 2.0 * static_cast<double>(right) / static_cast<double>(found + wanted);
    qInfo("%s: precision %.4f recall %.4f F1 %.4f of %lld breaks", qPrintable(file),
          static_cast<double>(right) / static_cast<double>(found),
          static_cast<double>(right) / static_cast<double>(wanted), f1, static_cast<long long>(wanted));
    QVERIFY(f1 >= atLeast);
}

QTEST_APPLESS_MAIN(SentencesTest)
#include "tst_sentences.moc"
