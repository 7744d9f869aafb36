#include "plugins/machine-translation/judge/judge.h"

#include "plugins/machine-translation/judge/error_text.h"

#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::mt;

namespace {

constexpr QChar place{0xFFFC};

JudgedSource sourceOf(const QString &text, const QList<SegmentCode> &codes = {})
{
    JudgedSource source;
    source.marked = {text, codes};
    source.encoded = encodeTags(source.marked, TagNotation::Html);
    return source;
}

QString codesOf(const QList<Objection> &objections)
{
    QStringList codes;
    for (const Objection &one : objections)
        codes.append(one.code);
    return codes.join(QLatin1Char(' '));
}

/// A source of diplomacy and what might come back for it.
void row(const char *name, const QByteArray &source, const QString &answer, const char *fatal,
         const char *suspicious = "")
{
    QTest::newRow(name) << QString::fromUtf8(source) << answer << QString::fromLatin1(fatal)
                        << QString::fromLatin1(suspicious);
}

constexpr const char *note = "Bộ Ngoại giao kính chào Đại sứ quán và trân trọng thông báo";

} // namespace

class tst_MtJudge : public QObject
{
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
    void errorTexts_data();
    void errorTexts();
    void translationsThatLookLikeErrors_data();
    void translationsThatLookLikeErrors();
    void stoppedBeforeTheEnd();
    void codesAreLookedAt();
    void otherLanguages();
    void everySentenceCanBeShown();
};

void tst_MtJudge::texts_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("fatal");
    QTest::addColumn<QString>("suspicious");
    row("good", note, "The Ministry of Foreign Affairs presents its compliments to the Embassy", "");
    row("empty", note, "", "mt.empty");
    row("blank", note, " \n\t\u00A0", "mt.empty");
    row("echo", note, note, "mt.echo");
    row("echo in capitals", note, QString::fromUtf8(note).toUpper(), "mt.echo");
    row("echo, decomposed", note, QString::fromUtf8(note).normalized(QString::NormalizationForm_D),
        "mt.echo");
    const QByteArray marksApart = QString::fromUtf8(note).normalized(QString::NormalizationForm_D).toUtf8();
    row("echo of a decomposed source", marksApart, note, "mt.echo");
    row("echo of a decomposed source, decomposed", marksApart, QString::fromUtf8(marksApart), "mt.echo");
    row("echo of a word with one mark, decomposed", "bo\u0323", "b\u1ECD", "mt.echo");
    row("a decomposed name", "Nguye\u0302\u0303n Va\u0306n An", "Nguyễn Văn An", "");
    row("a decomposed source", marksApart,
        "The Ministry of Foreign Affairs presents its compliments to the Embassy", "");
    row("figures of a decomposed source",
        "Vie\u0323\u0302t Nam xua\u0302\u0301t kha\u0302\u0309u 7,8 trie\u0323\u0302u "
        "ta\u0302\u0301n ga\u0323o",
        "Viet Nam exported 7.8 million tonnes of rice", "");
    row("echo of a word", "nghị định", "nghị định", "mt.echo");
    row("a name", "Nguyễn Văn An", "Nguyễn Văn An", "");
    row("a place", "Hà Nội", "Hà Nội", "");
    row("a number", "12/CH-BNG", "12/CH-BNG", "");
    row("English in the source", "ASEAN Regional Forum", "ASEAN Regional Forum", "");
    row("Vietnamese, reworded", note, "Bộ Ngoại giao gửi lời chào tới Đại sứ quán và xin thông báo rằng",
        "mt.language-of-answer");
    row("French", note,
        "Le Ministère des Affaires étrangères présente ses compliments à l'Ambassade et a l'honneur de lui "
        "faire savoir que la réunion aura lieu",
        "mt.language-of-answer");
    row("Chinese", note, "外交部向大使馆致意并荣幸地通知", "mt.language-of-answer");
    row("lone high surrogate", note, QString("The Ministry ") + QChar(0xD83C) + " presents", "mt.characters");
    row("lone low surrogate", note, QString("The Ministry ") + QChar(0xDF00), "mt.characters");
    row("a pair of surrogates", note, "The Ministry of Foreign Affairs presents its compliments 😀 to", "");
    row("lost characters", note, "The Minis\uFFFDry presents its compliments", "mt.characters");
    row("a control", note, QString("The Ministry") + QChar(0x1B) + "[31m", "mt.characters");
    row("NUL", note, QString("The Ministry") + QChar(0) + "presents", "mt.characters");
    row("NUL as an entity", note, "The Ministry&#127; presents its compliments", "mt.characters");
    row("no character at all", note, QString("The Ministry") + QChar(0xFFFE), "mt.characters");
    row("an entity for none", note, "The Ministry &#xFFFF; presents its compliments", "mt.characters");
    row("JSON", note, R"({"translation": "The Ministry presents its compliments"})", "mt.wrapped");
    row("a list", note, R"(["The Ministry presents its compliments"])", "mt.wrapped");
    row("a fence", note, "```\nThe Ministry presents its compliments\n```", "mt.wrapped");
    row("brackets of the text", "[Kính gửi] Bộ Ngoại giao", "[Attention] Ministry of Foreign Affairs", "");
    row("a code that was not sent", note, "The <b>Ministry</b> presents its compliments", "mt.tags-strange");
    row("markup as text", note,
        "The &lt;b&gt;Ministry of Foreign Affairs&lt;/b&gt; presents its compliments to the Embassy", "",
        "mt.markup");
    row("escaped twice", "Công ty A & B kính chào Đại sứ quán",
        "The company A &amp;amp; B presents its compliments to the Embassy", "", "mt.entities");
    row("figures", "Việt Nam xuất khẩu 7,8 triệu tấn gạo năm 2022",
        "Viet Nam exported 7.8 million tonnes of rice in 2022", "");
    row("a figure is wrong", "Việt Nam xuất khẩu 7,8 triệu tấn gạo năm 2022",
        "Viet Nam exported 78 million tonnes of rice in 2022", "", "mt.figures");
    row("a figure is lost", "Hội nghị diễn ra ngày 12 tháng 9 năm 2023 tại Hà Nội",
        "The conference took place in Ha Noi", "", "mt.figures");
    row("a figure is added", "Hội nghị diễn ra tại Hà Nội", "The conference took place in Ha Noi in 2023", "",
        "mt.figures");
    row("a sentence's number", "Câu số 112 và câu số 12", "Sentence 12 and sentence 112", "");
    row("a part of a sentence's number", "Câu số 112 và câu số 3", "Sentence 12 and sentence 3", "",
        "mt.figures");
    row("a document's number is lost", "Căn cứ Nghị định số 26/2017/NĐ-CP của Chính phủ",
        "Pursuant to the Government's Decree", "", "mt.figures");
    row("cut off",
        "Bộ Ngoại giao nước Cộng hòa xã hội chủ nghĩa Việt Nam kính chào Đại sứ quán nước Cộng hòa Pháp và "
        "trân trọng thông báo như sau",
        "The Ministry", "", "mt.short");
    row("prattle", "Kính gửi",
        "Dear Sir or Madam, I hope that this message finds you well and that you are enjoying the fine "
        "weather",
        "", "mt.long");
    row("unknown words", "Bộ Ngoại giao và Đại sứ quán", "The Ministry and the *quán of", "",
        "mt.unknown-words");
}

void tst_MtJudge::texts()
{
    QFETCH(QString, source);
    QFETCH(QString, answer);
    QFETCH(QString, fatal);
    QFETCH(QString, suspicious);
    const Judgement judgement = judge(sourceOf(source), {0, answer}, TagNotation::Html);
    QCOMPARE(codesOf(judgement.fatal), fatal);
    QCOMPARE(codesOf(judgement.suspicious), suspicious);
    QCOMPARE(judgement.usable(), fatal.isEmpty());
    QCOMPARE(judgement.decoded.text.isEmpty(), !fatal.isEmpty()); // nothing to show, nothing shown
}

void tst_MtJudge::errorTexts_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"Error: something went wrong",
                             "ERROR 500",
                             "Error code 42",
                             "500 Internal Server Error",
                             "HTTP 429 Too Many Requests",
                             "HTTP/1.1 503 Service Unavailable",
                             "502 Bad Gateway",
                             "404 - page not found",
                             "Internal server error",
                             "Bad gateway",
                             "Gateway timeout",
                             "Service Unavailable",
                             "The service: Service temporarily unavailable",
                             "Too many requests, slow down",
                             "Rate limit exceeded",
                             "Your quota has been exceeded",
                             "Invalid API key",
                             "Access denied",
                             "Unauthorized",
                             "Forbidden.",
                             "Bad Request",
                             "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS",
                             "QUERY LENGTH LIMIT EXCEEDED",
                             "Slowdown: 10 per 1 minute",
                             "Cannot translate text: None",
                             "Traceback (most recent call last):",
                             "I'm sorry, but I can't help with that.",
                             "I am sorry, I cannot translate this text",
                             "Sorry, but I can't translate this",
                             "I cannot assist with that",
                             "As an AI language model, I",
                             "Sure! Here is the translation: The Ministry",
                             "Here is the English translation:",
                             "Here's the translation",
                             "Certainly! Here is",
                             "Translation: The Ministry",
                             "<!DOCTYPE html><html><body>Log in</body></html>",
                             "<html><head><title>502</title>",
                             "Please subscribe to a paid plan",
                             "Please upgrade your plan"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_MtJudge::errorTexts()
{
    QFETCH(QString, text);
    if (text.startsWith(QLatin1String("The service: ")))
        text.remove(0, 13);
    QVERIFY(isErrorText(text, QString::fromUtf8(note)));
    const Judgement escaped =
        judge(sourceOf(QString::fromUtf8(note)), {0, text.toHtmlEscaped()}, TagNotation::Html);
    QCOMPARE(codesOf(escaped.fatal), QString("mt.error-text"));
}

void tst_MtJudge::translationsThatLookLikeErrors_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *source, const char *text) {
        QTest::newRow(text) << QString::fromUtf8(source) << QString::fromUtf8(text);
    };
    add("Nâng cấp quan hệ lên Đối tác Chiến lược toàn diện",
        "Upgrade relations to a Comprehensive Strategic Partnership");
    add("500 nhân viên dịch vụ đã tham gia", "500 service personnel took part");
    add("404 người không được tìm thấy", "404 not found persons remain");
    add("Lỗi: không mở được tệp", "Error: the file cannot be opened");
    add("Từ chối truy cập", "Access denied");
    add("Cấm", "Forbidden");
    add("Tử Cấm Thành ở Bắc Kinh", "Forbidden City in Beijing");
    add("Sai số của phép đo là nhỏ", "Errors of measurement are small");
    add("Tôi rất tiếc không thể dự buổi tiệc", "I am sorry, I am unable to attend the reception");
    add("Đây là bản dịch của hiệp định", "Here is the translation of the agreement");
    add("Giới hạn tốc độ trên cao tốc", "Speed limits on motorways");
    add("Thông điệp của Chủ tịch nước", "Message of the State President");
    add("Phục vụ nhân dân", "Service to the people");
    add("Đề nghị đăng ký trước ngày họp", "Please register before the day of the meeting");
    add("Việc từ chối cấp thị thực", "Refusal to grant a visa");
}

void tst_MtJudge::translationsThatLookLikeErrors()
{
    QFETCH(QString, source);
    QFETCH(QString, text);
    QVERIFY(!isErrorText(text, source));
    for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
        const Judgement judgement =
            judge(sourceOf(source.normalized(form)), {0, text.toHtmlEscaped()}, TagNotation::Html);
        QCOMPARE(codesOf(judgement.fatal), QString());
    }
}

void tst_MtJudge::stoppedBeforeTheEnd()
{
    ItemAnswer answer{0, QStringLiteral("The Ministry of Foreign Affairs presents its")};
    answer.truncated = true;
    const Judgement judgement = judge(sourceOf(QString::fromUtf8(note)), answer, TagNotation::Html);
    QCOMPARE(codesOf(judgement.fatal), QString("mt.truncated"));
}

void tst_MtJudge::codesAreLookedAt()
{
    using Kind = SegmentCode::Kind;
    const JudgedSource source =
        sourceOf(QStringLiteral("Công hàm %1số 12%1 của Bộ %1").replace("%1", QString(place)),
                 {{Kind::Opening, 1, "<b>"}, {Kind::Closing, 1, "</b>"}, {Kind::Standalone, 2, "<br/>"}});
    const auto judged = [&source](const QByteArray &text) {
        return judge(source, {0, QString::fromUtf8(text)}, TagNotation::Html);
    };
    const char *line = "<span id=\"x3\" class=\"notranslate\"></span>";
    const Judgement good =
        judged(QByteArray("Note verbale <span id=\"g1\">No. 12</span> of the Ministry ") + line);
    QVERIFY(good.usable() && good.suspicious.isEmpty());
    QCOMPARE(good.decoded.text, QString("Note verbale \uFFFCNo. 12\uFFFC of the Ministry \uFFFC"));
    QCOMPARE(good.decoded.codes, (QList<qsizetype>{0, 1, 2}));
    QCOMPARE(codesOf(judged("Note verbale <span id=\"g1\">No. 12</span> of the Ministry").fatal),
             QString("mt.tags-missing"));
    const Judgement hollow =
        judged(QByteArray("Note verbale No. 12<span id=\"g1\"></span> of the Ministry ") + line);
    QVERIFY(hollow.usable());
    QCOMPARE(codesOf(hollow.suspicious), QString("mt.tags-empty"));
    QCOMPARE(codesOf(judged(QByteArray("<span id=\"g1\"> </span>") + line).fatal), QString("mt.empty"));
}

void tst_MtJudge::otherLanguages()
{
    JudgedSource source =
        sourceOf(QStringLiteral("The Ministry presents its compliments to the 12 embassies"));
    source.sourceLanguage = QStringLiteral("en-GB");
    source.targetLanguage = QStringLiteral("fr");
    const Judgement french = judge(
        source, {0, "Le Ministère présente ses compliments aux douze ambassades qui sont dans la ville"},
        TagNotation::Html);
    QVERIFY(french.usable() && french.suspicious.isEmpty()); // figures are compared in Vietnamese and English
    QCOMPARE(codesOf(judge(source, {0, source.marked.text}, TagNotation::Html).fatal),
             QString("mt.language-of-answer"));
    source.targetLanguage = QStringLiteral("en-US");
    QVERIFY(judge(source, {0, source.marked.text}, TagNotation::Html).usable()); // both are English
}

void tst_MtJudge::everySentenceCanBeShown()
{
    for (const QString &answer : {QString(), QString("\uFFFD"), QString("Error: x"), QString("```a"),
                                  QString("<b>"), QString::fromUtf8(note)}) {
        const Judgement judgement = judge(sourceOf(QString::fromUtf8(note)), {0, answer}, TagNotation::Html);
        QCOMPARE(judgement.fatal.size(), 1);
        QVERIFY(judgement.fatal.first().sentence.size() > 5);
        QVERIFY(judgement.fatal.first().sentence[0].isLower());
    }
}

QTEST_GUILESS_MAIN(tst_MtJudge)
#include "tst_mt_judge.moc"
