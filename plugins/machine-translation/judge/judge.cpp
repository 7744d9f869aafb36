#include "plugins/machine-translation/judge/judge.h"

#include "text/figures.h"
#include "text/language.h"
#include "text/term_key.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace verbale::mt {

namespace {

constexpr QChar place{0xFFFC};

QString withoutCodes(QString text)
{
    return text.replace(place, QLatin1Char(' '));
}

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar unit) { return unit.isLetter() || unit.isSurrogate(); });
}

qsizetype letters(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return unit.isLetterOrNumber(); });
}

bool isSoundText(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        const bool control = unit.unicode() < 0x20 && unit != u'\n' && unit != u'\t' && unit != u'\r';
        if (unit.isSurrogate() || control || unit.unicode() == 0xFFFD || unit.unicode() == 0x7F)
            return false;
    }
    return true;
}

/// Words with which services, proxies and models report that there is no translation.
bool isErrorText(const QString &text, const QString &source)
{
    static const QRegularExpression error(
        QStringLiteral(
            "^\\s*(?:\\W{0,3})(?:error\\b|(?:http\\s*)?(?:error\\s*)?[45]\\d\\d\\b\\s*(?:error|bad|not found|"
            "forbidden|unauthori[sz]ed|internal|service|gateway|too many)|bad request\\b|bad "
            "gateway|forbidden\\b|"
            "unauthori[sz]ed\\b|internal server error|service (?:temporarily )?unavailable|gateway time-?out|"
            "too many requests|rate limit|quota exceeded|invalid api key|access denied|"
            "slowdown:|(?:please )?(?:subscribe|upgrade) |mymemory warning|query length limit|"
            "i(?:'|’)?m sorry,? (?:but )?i (?:can|am)|i (?:can(?:'|’)t|cannot|can not|am unable to) "
            "(?:translate|assist|help|fulfil)|as an ai\\b|sure[,!] here|here(?:'|’)?s the translation|"
            "here is the (?:english )?translation|traceback \\(most recent)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression page(QStringLiteral("<(?:!doctype|html|head|body|script)\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    // A text about errors may well begin with the word.
    static const QRegularExpression about(
        QStringLiteral("lỗi|sai sót|nhầm|error|từ chối|cấm|xin lỗi|rất tiếc"),
        QRegularExpression::CaseInsensitiveOption);
    return page.match(text).hasMatch() || (error.match(text).hasMatch() && !about.match(source).hasMatch());
}

bool isWrapped(const QString &text, const QString &source)
{
    const QString trimmed = text.trimmed();
    const bool fence =
        trimmed.startsWith(QLatin1String("```")) && !source.trimmed().startsWith(QLatin1String("```"));
    static const QRegularExpression json(QStringLiteral("^[\\[{]\\s*\"[A-Za-z_]+\"\\s*:"));
    return fence || (json.match(trimmed).hasMatch() && !json.match(source.trimmed()).hasMatch());
}

/// Names, numbers and English words may be the same in both languages.
bool isEcho(const QString &text, const QString &source)
{
    const QString folded = text::foldTerm(source);
    if (folded != text::foldTerm(text))
        return false;
    static const QRegularExpression vietnamese(
        QStringLiteral("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]"),
        QRegularExpression::CaseInsensitiveOption);
    return vietnamese.match(source).hasMatch() && folded.contains(u' ');
}

void judgeLanguage(const JudgedSource &source, const QString &text, Judgement &judgement)
{
    const text::DetectedLanguage found = text::detectLanguage(text);
    const QString wanted = source.targetLanguage.section(u'-', 0, 0);
    if (!found.isCertain() || found.language == wanted || found.language == QLatin1String("und"))
        return;
    judgement.fatal.append({QStringLiteral("mt.language-of-answer"),
                            QStringLiteral("it is in %1").arg(text::languageName(found.language))});
}

/// Numbers of sentences, articles and documents are no figures in Vietnamese, and may be some in English.
bool holdsNumber(const QString &text, const QString &digits)
{
    const QRegularExpression whole(
        QStringLiteral("(?<!\\d)%1(?!\\d)").arg(QRegularExpression::escape(digits)));
    return whole.match(text).hasMatch();
}

/// Every figure of the source has to have its like; Vietnamese and English alone are read.
void judgeFigures(const JudgedSource &source, const QString &before, const QString &after,
                  Judgement &judgement)
{
    if (!source.sourceLanguage.startsWith(QLatin1String("vi")) ||
        !source.targetLanguage.startsWith(QLatin1String("en")))
        return;
    const std::vector<text::Figure> wanted = text::vietnameseFigures(before);
    std::vector<text::Figure> found = text::englishFigures(after);
    QStringList missing;
    for (const text::Figure &figure : wanted) {
        const auto same = std::find_if(found.begin(), found.end(), [&figure](const text::Figure &one) {
            return text::sameValue(figure, one);
        });
        if (same != found.end())
            found.erase(same);
        else if (figure.certain)
            missing.append(before.mid(figure.span.start, figure.span.length()));
    }
    QStringList added;
    for (const text::Figure &figure : found) {
        const QString digits = after.mid(figure.span.start, figure.span.length());
        if (figure.certain && !holdsNumber(before, digits))
            added.append(digits);
    }
    if (!missing.isEmpty())
        judgement.suspicious.append(
            {QStringLiteral("mt.figures"), QStringLiteral("its figures differ: %1 is missing")
                                               .arg(missing.mid(0, 3).join(QLatin1String(", ")))});
    else if (!added.isEmpty())
        judgement.suspicious.append(
            {QStringLiteral("mt.figures"), QStringLiteral("its figures differ: the source has no %1")
                                               .arg(added.mid(0, 3).join(QLatin1String(", ")))});
}

/// What lies behind numbers of documents and the like, which are no figures: the digits themselves.
void judgeDigits(const QString &before, const QString &after, Judgement &judgement)
{
    static const QRegularExpression number(QStringLiteral("\\d+/[\\p{L}\\d/-]*\\p{L}[\\p{L}\\d/-]*"));
    for (auto matches = number.globalMatch(before); matches.hasNext();) {
        const QString found = matches.next().captured();
        if (after.contains(found, Qt::CaseInsensitive))
            continue;
        judgement.suspicious.append(
            {QStringLiteral("mt.figures"), QStringLiteral("the number %1 is missing").arg(found)});
        return;
    }
}

void judgeLength(const QString &before, const QString &after, Judgement &judgement)
{
    const qsizetype source = letters(before);
    const qsizetype target = letters(after);
    if (source >= 40 && target * 3 < source)
        judgement.suspicious.append(
            {QStringLiteral("mt.short"), QStringLiteral("it is much shorter than the source")});
    if (target > 60 && target > source * 4)
        judgement.suspicious.append(
            {QStringLiteral("mt.long"), QStringLiteral("it is much longer than the source")});
}

void judgeRemains(const QString &before, const QString &after, Judgement &judgement)
{
    static const QRegularExpression entity(QStringLiteral("&(?:amp|lt|gt|quot|apos|nbsp|#\\d+|#x[0-9a-f]+);"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (entity.match(after).hasMatch() && !entity.match(before).hasMatch())
        judgement.suspicious.append(
            {QStringLiteral("mt.entities"), QStringLiteral("characters in it are escaped twice")});
    static const QRegularExpression unknown(QStringLiteral("(?:^|\\s)[*@#]\\p{L}"));
    if (unknown.match(after).hasMatch() && !unknown.match(before).hasMatch())
        judgement.suspicious.append({QStringLiteral("mt.unknown-words"),
                                     QStringLiteral("it holds words that the engine does not know")});
}

} // namespace

Judgement judge(const JudgedSource &source, const ItemAnswer &answer, TagNotation notation)
{
    Judgement judgement;
    const auto fatal = [&judgement](const char *code, const QString &sentence) {
        judgement.fatal.append({QLatin1String(code), sentence});
        return judgement;
    };
    const QString before = withoutCodes(source.marked.text);
    if (answer.text.trimmed().isEmpty())
        return before.trimmed().isEmpty() ? judgement : fatal("mt.empty", QStringLiteral("it is empty"));
    if (!isSoundText(answer.text))
        return fatal("mt.characters", QStringLiteral("it holds characters that are none"));
    if (answer.truncated)
        return fatal("mt.truncated", QStringLiteral("the service stopped before its end"));
    if (isErrorText(answer.text, before))
        return fatal("mt.error-text", QStringLiteral("it is an error message and no translation"));
    if (isWrapped(answer.text, before))
        return fatal("mt.wrapped", QStringLiteral("it holds program code around the translation"));
    Result<DecodedText> decoded = decodeTags(answer.text, source.encoded, notation);
    if (!decoded)
        return fatal(decoded.error().code.toLatin1().constData(), decoded.error().message);
    const QString after = withoutCodes(decoded->text);
    if (after.trimmed().isEmpty() && hasLetters(before))
        return fatal("mt.empty", QStringLiteral("nothing but codes is in it"));
    const QString tag = source.sourceLanguage.section(u'-', 0, 0);
    const bool translates = tag != source.targetLanguage.section(u'-', 0, 0);
    if (translates && isEcho(after, before))
        return fatal("mt.echo", QStringLiteral("it is the source, not translated"));
    judgeLanguage(source, after, judgement);
    if (!judgement.usable())
        return judgement;
    judgeFigures(source, before, after, judgement);
    judgeDigits(before, after, judgement);
    judgeLength(before, after, judgement);
    judgeRemains(before, after, judgement);
    judgement.decoded = *decoded;
    return judgement;
}

} // namespace verbale::mt
