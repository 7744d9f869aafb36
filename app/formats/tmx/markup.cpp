#include "formats/tmx/markup.h"

namespace verbale::tmx {

Inline inlineElement(QByteArrayView name)
{
    struct Named
    {
        const char *name;
        Inline element;
    };
    static constexpr Named all[] = {{"bpt", Inline::Bpt}, {"ept", Inline::Ept}, {"it", Inline::It},
                                    {"ph", Inline::Ph},   {"ut", Inline::Ut},   {"hi", Inline::Hi},
                                    {"sub", Inline::Sub}};
    for (const Named &candidate : all) {
        if (name == candidate.name)
            return candidate.element;
    }
    return Inline::None;
}

void appendContent(QByteArray &out, QByteArrayView utf8)
{
    for (const char byte : utf8) {
        if (byte == '&')
            out += "&amp;";
        else if (byte == '<')
            out += "&lt;";
        else if (byte == '>')
            out += "&gt;";
        else if (byte == '\r')
            out += "&#13;";
        else
            out += byte;
    }
}

void appendAttributeValue(QByteArray &out, QByteArrayView utf8)
{
    for (const char byte : utf8) {
        if (byte == '"')
            out += "&quot;";
        else if (byte == '\n' || byte == '\t')
            out += byte == '\n' ? "&#10;" : "&#9;";
        else
            appendContent(out, QByteArrayView(&byte, 1));
    }
}

} // namespace verbale::tmx
