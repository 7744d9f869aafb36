#pragma once

#include "document/inline_text.h"

#include <QtCore/QString>

namespace verbale::test {

/// Texts with codes in a short notation: "<1", "1>" are the tags of a pair, "{2}" stands alone, "[3", "3]"
/// are sc and ec, which may overlap, "(4", "4)" an annotation, "~" a character that is a code. One digit
/// each.
inline InlineText coded(const QString &notation)
{
    using Kind = InlineCode::Kind;
    InlineText result;
    const auto add = [&result](Kind kind, QChar id, const QString &markup) {
        InlineCode code;
        code.kind = kind;
        code.id = id.isNull() ? QString() : QString(id);
        code.markup = QString(markup).replace(QStringLiteral("%1"), code.id);
        result.text += inlineCodeMark;
        result.codes.append(code);
    };
    for (qsizetype i = 0; i < notation.size(); ++i) {
        const QChar c = notation[i];
        const QChar next = i + 1 < notation.size() ? notation[i + 1] : QChar();
        const bool digit = next.isDigit();
        if (c == u'<' && digit) {
            add(Kind::Opening, next, QStringLiteral("<pc id=\"%1\">"));
            ++i;
        } else if (c == u'[' && digit) {
            add(Kind::Opening, next, QStringLiteral("<sc id=\"%1\"/>"));
            ++i;
        } else if (c == u'(' && digit) {
            add(Kind::Opening, next, QStringLiteral("<mrk id=\"%1\" type=\"comment\">"));
            ++i;
        } else if (c == u'{' && digit) {
            add(Kind::Standalone, next, QStringLiteral("<ph id=\"%1\"/>"));
            i += 2;
        } else if (c.isDigit() && next == u'>') {
            add(Kind::Closing, c, QStringLiteral("</pc>"));
            ++i;
        } else if (c.isDigit() && next == u']') {
            add(Kind::Closing, c, QStringLiteral("<ec startRef=\"%1\"/>"));
            ++i;
        } else if (c.isDigit() && next == u')') {
            add(Kind::Closing, c, QStringLiteral("</mrk>"));
            ++i;
        } else if (c == u'~') {
            add(Kind::Standalone, {}, QString(inlineCodeMark));
        } else {
            result.text += c;
        }
    }
    return result;
}

/// The way back.
inline QString notationOf(const InlineText &text)
{
    QString result;
    qsizetype next = 0;
    for (const QChar c : text.text) {
        if (c != inlineCodeMark) {
            result += c;
            continue;
        }
        const InlineCode &code = text.codes.at(next++);
        const bool spans =
            code.markup.startsWith(QLatin1String("<sc")) || code.markup.startsWith(QLatin1String("<ec"));
        const bool annotates = code.markup.contains(QLatin1String("mrk"));
        if (code.markup == inlineCodeMark)
            result += u'~';
        else if (code.kind == InlineCode::Kind::Standalone)
            result += u'{' + code.id + u'}';
        else if (code.kind == InlineCode::Kind::Opening)
            result += QLatin1Char(spans ? '[' : annotates ? '(' : '<') + code.id;
        else
            result += code.id + QLatin1Char(spans ? ']' : annotates ? ')' : '>');
    }
    return result;
}

} // namespace verbale::test
