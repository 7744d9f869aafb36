#include "plugins/machine-translation/judge/judge.h"

#include "plugins/machine-translation/engines/service_request.h"
#include "plugins/machine-translation/judge/error_text.h"

#include "text/compose.h"
#include "text/figures.h"
#include "text/language.h"
#include "text/term_key.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <optional>

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

/// What an XML file may hold, and no character that stands for a lost one.
bool isSoundText(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        const char16_t code = unit.unicode();
        const bool control = code < 0x20 && unit != u'\n' && unit != u'\t' && unit != u'\r';
        if (unit.isSurrogate() || control || code == 0x7F || code >= 0xFFFE ||
            code == QChar::ReplacementCharacter)
            return false;
    }
    return true;
}

/// "Nguyễn Văn An", "Hà Nội": every word with a capital and small letters after it. Names are the same in
/// both languages.
bool isName(const QString &text)
{
    static const QRegularExpression name(
        QStringLiteral("^\\W*\\p{Lu}\\p{Ll}*(?:[\\s.-]+\\p{Lu}\\p{Ll}*){0,5}\\W*$"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression small(QStringLiteral("\\p{Ll}"));
    return name.match(text).hasMatch() && small.match(text).hasMatch();
}

/// Numbers and English words may be the same in both languages.
bool isEcho(const QString &text, const QString &source)
{
    const QString folded = text::foldTerm(source);
    if (folded != text::foldTerm(text))
        return false;
    static const QRegularExpression vietnamese(
        QStringLiteral("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]"),
        QRegularExpression::CaseInsensitiveOption);
    return vietnamese.match(source).hasMatch();
}

std::optional<Objection> languageObjection(const QString &targetLanguage, const QString &text)
{
    const text::DetectedLanguage found = text::detectLanguage(text);
    if (!found.isCertain() || found.language == primaryLanguage(targetLanguage) ||
        found.language == QLatin1String("und"))
        return std::nullopt;
    return Objection{QStringLiteral("mt.language-of-answer"),
                     QStringLiteral("it is in %1").arg(text::languageName(found.language))};
}

/// Numbers of sentences, articles and documents are no figures in Vietnamese, and may be some in English.
bool holdsNumber(const QString &text, const QString &digits)
{
    const auto isDigitAt = [&text](qsizetype at) {
        return at >= 0 && at < text.size() && text[at] >= u'0' && text[at] <= u'9';
    };
    for (qsizetype at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
        if (!isDigitAt(at - 1) && !isDigitAt(at + digits.size()))
            return true;
    }
    return false;
}

/// Every figure of the source has to have its like; Vietnamese and English alone are read.
void judgeFigures(const JudgedSource &source, const QString &before, const QString &after,
                  Judgement &judgement)
{
    if (primaryLanguage(source.sourceLanguage) != QLatin1String("vi") ||
        primaryLanguage(source.targetLanguage) != QLatin1String("en"))
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
    static const QRegularExpression tag(QStringLiteral("</?[A-Za-z][^<>]{0,200}>"));
    if (tag.match(after).hasMatch() && !tag.match(before).hasMatch())
        judgement.suspicious.append(
            {QStringLiteral("mt.markup"), QStringLiteral("it holds markup that the source does not have")});
    static const QRegularExpression unknown(QStringLiteral("(?:^|\\s)[*@#]\\p{L}"));
    if (unknown.match(after).hasMatch() && !unknown.match(before).hasMatch())
        judgement.suspicious.append({QStringLiteral("mt.unknown-words"),
                                     QStringLiteral("it holds words that the engine does not know")});
}

/// The letters between the two codes of each pair.
qsizetype lettersBetween(const QString &text, qsizetype first, qsizetype second)
{
    qsizetype found = 0;
    qsizetype code = -1;
    for (const QChar unit : text) {
        code += unit == place ? 1 : 0;
        found += code >= first && code < second && unit.isLetterOrNumber() ? 1 : 0;
    }
    return found;
}

void judgePairs(const JudgedSource &source, const DecodedText &decoded, Judgement &judgement)
{
    for (const auto &[opening, closing] : source.encoded.pairs) {
        const qsizetype before = lettersBetween(source.marked.text, opening, closing);
        const qsizetype after =
            lettersBetween(decoded.text, decoded.codes.indexOf(opening), decoded.codes.indexOf(closing));
        if (before == 0 || after > 0)
            continue;
        judgement.suspicious.append({QStringLiteral("mt.tags-empty"),
                                     QStringLiteral("a pair of codes no longer has words between them")});
        return;
    }
}

/// What makes a text no translation at all; nothing when it may be one.
std::optional<Objection> notEvenOne(const JudgedSource &source, const ItemAnswer &answer,
                                    const QString &before)
{
    if (answer.text.trimmed().isEmpty() && !before.trimmed().isEmpty())
        return Objection{QStringLiteral("mt.empty"), QStringLiteral("it is empty")};
    if (!isSoundText(answer.text))
        return Objection{QStringLiteral("mt.characters"),
                         QStringLiteral("it holds characters that are none")};
    if (answer.truncated)
        return Objection{QStringLiteral("mt.truncated"),
                         QStringLiteral("the service stopped before its end")};
    if (isErrorText(answer.text, before))
        return Objection{QStringLiteral("mt.error-text"),
                         QStringLiteral("it is an error message and no translation")};
    if (isWrapped(answer.text, source.marked.text))
        return Objection{QStringLiteral("mt.wrapped"),
                         QStringLiteral("it holds program code around the translation")};
    return std::nullopt;
}

/// The same of the text that its notation stands for.
std::optional<Objection> notTranslated(const JudgedSource &source, const QString &before,
                                       const QString &after)
{
    if (!isSoundText(after))
        return Objection{QStringLiteral("mt.characters"),
                         QStringLiteral("it holds characters that are none")};
    if (isErrorText(after, before))
        return Objection{QStringLiteral("mt.error-text"),
                         QStringLiteral("it is an error message and no translation")};
    if (after.trimmed().isEmpty() && hasLetters(before))
        return Objection{QStringLiteral("mt.empty"), QStringLiteral("nothing but codes is in it")};
    if (primaryLanguage(source.sourceLanguage) == primaryLanguage(source.targetLanguage))
        return std::nullopt;
    if (isEcho(after, before) && !isName(before))
        return Objection{QStringLiteral("mt.echo"), QStringLiteral("it is the source, not translated")};
    return languageObjection(source.targetLanguage, after);
}

} // namespace

Judgement judge(const JudgedSource &source, const ItemAnswer &answer, TagNotation notation)
{
    Judgement judgement;
    const QString before = text::composed(withoutCodes(source.marked.text)); // as the patterns have it
    if (const std::optional<Objection> objection = notEvenOne(source, answer, before)) {
        judgement.fatal.append(*objection);
        return judgement;
    }
    Result<DecodedText> decoded = decodeTags(answer.text, source.encoded, notation);
    if (!decoded) {
        judgement.fatal.append({decoded.error().code, decoded.error().message});
        return judgement;
    }
    const QString after = withoutCodes(decoded->text);
    if (const std::optional<Objection> objection = notTranslated(source, before, after)) {
        judgement.fatal.append(*objection);
        return judgement;
    }
    judgeFigures(source, before, after, judgement);
    judgeDigits(before, after, judgement);
    judgeLength(before, after, judgement);
    judgeRemains(before, after, judgement);
    judgePairs(source, *decoded, judgement);
    judgement.decoded = *std::move(decoded);
    return judgement;
}

} // namespace verbale::mt
