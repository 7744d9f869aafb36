#include "plugins/machine-translation/judge/error_text.h"

#include <QtCore/QRegularExpression>

namespace verbale::mt {

namespace {

QRegularExpression anyOf(const QString &before, const char *const (&patterns)[], std::size_t count)
{
    QStringList all;
    for (std::size_t i = 0; i < count; ++i)
        all.append(QString::fromUtf8(patterns[i]));
    return QRegularExpression(before + QLatin1String("(?:") + all.join(QLatin1Char('|')) + QLatin1Char(')'),
                              QRegularExpression::CaseInsensitiveOption);
}

const QString atStart = QStringLiteral("^\\s*\\W{0,3}");

/// What no text of diplomacy begins with.
constexpr const char *technical[] = {
    "internal server error",
    "bad gateway",
    "gateway time-?out",
    "service (?:is )?(?:temporarily )?unavailable\\b",
    "(?:http )?too many requests",
    "(?:invalid|incorrect|missing) api key",
    "rate limit (?:exceeded|reached)",
    "(?:your )?(?:daily |monthly )?quota (?:has been |was )?exceeded",
    "mymemory warning",
    "query length limit",
    "slowdown:",
    "traceback \\(most recent",
    "cannot translate text:",
    "please (?:subscribe to|upgrade (?:your|to))",
};

/// What a text may begin with that speaks of the matter itself.
constexpr const char *ambiguous[] = {
    "(?:an )?error\\s*(?::|code\\b|\\d|occurred)",
    "error\\W*$",
    "(?:access denied|unauthori[sz]ed|forbidden|bad request|not found)\\W*$",
    "i(?:'|’)?(?: a)?m sorry,? (?:but )?(?:i|as an ai)\\b",
    "sorry,? (?:but )?i can",
    "i (?:can(?:'|’)t|cannot|can not|am unable to|am not able to) (?:translate|assist|help|fulfil|provide)",
    "as an ai\\b",
    "(?:sure|certainly|of course)[,!.] (?:here|i)\\b",
    "here(?:'|’)?(?:s| is) (?:the|your|a) (?:english )?translat",
    "translation:\\s",
};

} // namespace

bool isErrorText(const QString &text, const QString &source)
{
    static const QRegularExpression page(QStringLiteral("<(?:!doctype|html|head|body|script|title)\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (page.match(text).hasMatch() && !page.match(source).hasMatch())
        return true;
    static const QRegularExpression status(
        atStart + QStringLiteral("(?:http(?:/[\\d.]+)?\\s+)?(?:error\\s*:?\\s*)?([45]\\d\\d)\\b[\\s:.-]*"
                                 "(?:error|bad (?:request|gateway)|unauthori[sz]ed|payment required|"
                                 "forbidden|(?:page )?not found|method not allowed|request time-?out|"
                                 "too many|internal|service (?:temporarily )?unavailable|gateway|quota)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch number = status.match(text);
    if (number.hasMatch() && !source.contains(number.captured(1)))
        return true;
    static const QRegularExpression sure = anyOf(atStart, technical, std::size(technical));
    static const QRegularExpression perhaps = anyOf(atStart, ambiguous, std::size(ambiguous));
    static const QRegularExpression about(
        QStringLiteral("lỗi|sai sót|nhầm|error|từ chối|cấm|không được phép|không có quyền|xin lỗi|rất tiếc|"
                       "tiếc rằng|không tìm thấy|bản dịch|dịch là|vâng|dĩ nhiên|không thể|đây là"),
        QRegularExpression::CaseInsensitiveOption);
    return sure.match(text).hasMatch() || (perhaps.match(text).hasMatch() && !about.match(source).hasMatch());
}

bool isWrapped(const QString &text, const QString &source)
{
    const QString trimmed = text.trimmed();
    const QString before = source.trimmed();
    const QLatin1String fence("```");
    static const QRegularExpression json(QStringLiteral("^[\\[{]\\s*[{\"]"));
    return (trimmed.startsWith(fence) && !before.startsWith(fence)) ||
           (json.match(trimmed).hasMatch() && !json.match(before).hasMatch());
}

} // namespace verbale::mt
