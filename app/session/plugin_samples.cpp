#include "session/plugin_samples.h"

#include <QtCore/QSet>

namespace verbale::session {

namespace {

const QString vietnamese = QStringLiteral("vi");
const QString english = QStringLiteral("en");

/// Every vowel with every tone, in both cases, and đ.
QString everyLetter()
{
    const QString vowels = QStringLiteral("aăâeêioôơuưy");
    const QString tones = QStringLiteral("\u0300\u0301\u0303\u0309\u0323");
    QString text = QStringLiteral("đĐ");
    for (const QChar vowel : vowels) {
        QString letters(vowel);
        for (const QChar tone : tones)
            letters += QString(vowel) + tone;
        letters = letters.normalized(QString::NormalizationForm_C);
        text += QLatin1Char(' ') + letters + letters.toUpper();
    }
    return text;
}

SegmentText segment(const QString &source, const QString &target)
{
    return {QStringLiteral("sample"), 7, source, target, {}};
}

SegmentText withCodes()
{
    using Kind = SegmentCode::Kind;
    SegmentText text = segment(
        QStringLiteral("\uFFFCBộ Ngoại giao\uFFFC gửi \uFFFCcông hàm\uFFFC."),
        QStringLiteral("The \uFFFCMinistry of Foreign Affairs\uFFFC sent a \uFFFCnote verbale\uFFFC."));
    text.codes = {{Kind::Opening, 1, QStringLiteral("<b>")},
                  {Kind::Closing, 1, QStringLiteral("</b>")},
                  {Kind::Standalone, 2, QStringLiteral("<br/>")},
                  {Kind::Standalone, 3, QStringLiteral("%s")}};
    return text;
}

/// A flag, a rare Han character, half a surrogate pair, characters that nobody sees or that control.
SegmentText oddCharacters()
{
    QString text = QStringLiteral("\U0001F1FB\U0001F1F3 \U00020BB7 \u200B\u00AD\u202E\u0007 Bộ Ngoại giao ");
    text.append(QChar(0xD800));
    text.append(QChar(u'\0'));
    return segment(text, text + QStringLiteral(" \U0001F1FB\U0001F1F3 the the"));
}

} // namespace

SegmentText ordinarySegment(qsizetype number)
{
    return {
        QString::number(number),
        3,
        QStringLiteral("Ngày 10/9, Bộ Ngoại giao Việt Nam gửi công hàm tới các Đại sứ quán."),
        QStringLiteral("On 10 September, the Ministry of Foreign Affairs of Vietnam sent a note verbale to "
                       "the the Embassies."),
        {}};
}

QList<SegmentText> manySegments(qsizetype count)
{
    QList<SegmentText> segments;
    for (qsizetype number = 1; number <= count; ++number)
        segments.append(ordinarySegment(number));
    return segments;
}

QList<PluginSample> pluginSamples()
{
    constexpr qsizetype repeats = 300; // some 20,000 characters
    constexpr qsizetype many = 500;
    const SegmentText ordinary = ordinarySegment();
    const auto decomposed = [](const QString &text) { return text.normalized(QString::NormalizationForm_D); };
    return {
        {QStringLiteral("no segments"), {}},
        {QStringLiteral("an ordinary sentence"), {ordinary}},
        {QStringLiteral("empty segments"),
         {{QStringLiteral("empty"), 1, {}, {}, {}},
          {QStringLiteral("blank"), 2, QStringLiteral(" "), QStringLiteral(" "), {}}}},
        {QStringLiteral("every letter with every mark"), {segment(everyLetter(), everyLetter())}},
        {QStringLiteral("decomposed letters (NFD)"),
         {segment(decomposed(ordinary.source), decomposed(everyLetter() + ordinary.target))}},
        {QStringLiteral("inline codes"), {withCodes()}},
        {QStringLiteral("characters beyond U+FFFF, broken and unseen ones"), {oddCharacters()}},
        {QStringLiteral("a long segment"),
         {segment(ordinary.source.repeated(repeats), ordinary.target.repeated(repeats))}},
        {QStringLiteral("%1 segments").arg(many), manySegments(many)},
    };
}

QList<PluginSample> fewPluginSamples()
{
    const QList<PluginSample> all = pluginSamples();
    const QSet<QString> names{QStringLiteral("no segments"), QStringLiteral("an ordinary sentence"),
                              QStringLiteral("empty segments"), QStringLiteral("inline codes")};
    QList<PluginSample> few;
    for (const PluginSample &sample : all) {
        if (names.contains(sample.name))
            few.append(sample);
    }
    return few;
}

QList<TermHit> sampleTerms(const SegmentText &segment)
{
    const QString ministry = QStringLiteral("Bộ Ngoại giao");
    QList<TermHit> hits;
    for (qsizetype at = segment.source.indexOf(ministry); at >= 0;
         at = segment.source.indexOf(ministry, at + ministry.size())) {
        TermHit hit;
        hit.span = {at, at + ministry.size()};
        hit.entryId = QStringLiteral("sample");
        hit.target = QStringLiteral("Ministry of Foreign Affairs");
        hits.append(hit);
    }
    return hits;
}

SuggestRequest suggestSample(const QList<SegmentText> &segments)
{
    SuggestRequest request{vietnamese, english, {}};
    for (SegmentText text : segments) {
        text.target.clear();
        request.segments.append({text, sampleTerms(text)});
    }
    return request;
}

TranslateRequest translateSample(const QString &engine, const QList<SegmentText> &segments)
{
    const SuggestRequest same = suggestSample(segments);
    return {
        engine,          same.sourceLanguage, same.targetLanguage, QStringLiteral("verbale plugins check"),
        /*again=*/false, same.segments};
}

CheckRequest checkSample(const QList<SegmentText> &segments)
{
    CheckRequest request{vietnamese, english, {}, {}};
    for (const SegmentText &text : segments)
        request.segments.append({text, sampleTerms(text)});
    return request;
}

ReceiptsRequest receiptsSample(const QList<SegmentText> &segments)
{
    ReceiptsRequest request{vietnamese, english, {}, {}};
    for (const SegmentText &text : segments)
        request.segments.append({text, sampleTerms(text)});
    return request;
}

} // namespace verbale::session
