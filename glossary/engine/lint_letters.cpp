#include "glossary/engine/lint_letters.h"

namespace verbale::glossary {

namespace {

bool isEthLike(char32_t c)
{
    return c == 0xD0 || c == 0xF0 || c == 0x189 || c == 0x256;
}

} // namespace

bool isVietnameseLetter(char32_t c)
{
    switch (c) {
    case U'đ':
    case U'Đ':
    case U'ơ':
    case U'Ơ':
    case U'ư':
    case U'Ư':
        return true;
    default:
        return c >= 0x1EA0 && c <= 0x1EF9;
    }
}

QString Letter::text() const
{
    return QStringLiteral("\"%1\" (U+%2)")
        .arg(QString::fromUcs4(&codePoint, 1),
             QString::number(static_cast<uint>(codePoint), 16).toUpper().rightJustified(4, u'0'));
}

std::optional<Letter> wrongLetter(QStringView term, bool english)
{
    std::optional<Letter> lone;
    int vietnamese = 0;
    for (const char32_t c : term.toUcs4()) {
        if (!QChar::isLetter(c))
            continue;
        const QChar::Script script = QChar::script(c);
        if ((script != QChar::Script_Latin && script != QChar::Script_Common) || isEthLike(c))
            return Letter{c};
        if (isVietnameseLetter(c)) {
            ++vietnamese;
            lone = lone ? lone : std::optional(Letter{c});
        }
    }
    return english && vietnamese == 1 ? lone : std::nullopt;
}

} // namespace verbale::glossary
