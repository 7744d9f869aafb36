#include "formats/srx/srx.h"

#include "xml/characters.h"

namespace verbale::srx {

namespace {

QString yesNo(bool value)
{
    return value ? QStringLiteral("yes") : QStringLiteral("no");
}

void appendFormatHandle(QString &out, const QString &type, bool include)
{
    out += QStringLiteral("    <formathandle");
    xml::appendAttribute(out, u"type", type);
    xml::appendAttribute(out, u"include", yesNo(include));
    out += QStringLiteral("/>\n");
}

void appendPattern(QString &out, const QString &tag, const QString &pattern)
{
    if (pattern.isEmpty())
        return;
    out += QStringLiteral("          <%1>").arg(tag);
    xml::appendText(out, pattern);
    out += QStringLiteral("</%1>\n").arg(tag);
}

void appendLanguageRule(QString &out, const LanguageRule &language)
{
    out += QStringLiteral("      <languagerule");
    xml::appendAttribute(out, u"languagerulename", language.name);
    out += QStringLiteral(">\n");
    for (const text::SegmentationRule &rule : language.rules) {
        out += QStringLiteral("        <rule");
        xml::appendAttribute(out, u"break", yesNo(rule.breaks));
        out += QStringLiteral(">\n");
        appendPattern(out, QStringLiteral("beforebreak"), rule.before);
        appendPattern(out, QStringLiteral("afterbreak"), rule.after);
        out += QStringLiteral("        </rule>\n");
    }
    out += QStringLiteral("      </languagerule>\n");
}

} // namespace

QByteArray write(const Srx &srx)
{
    QString out = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n"
                                 "  <header");
    xml::appendAttribute(out, u"segmentsubflows", yesNo(srx.segmentSubflows));
    xml::appendAttribute(out, u"cascade", yesNo(srx.cascade));
    out += QStringLiteral(">\n");
    appendFormatHandle(out, QStringLiteral("start"), srx.includeStartCodes);
    appendFormatHandle(out, QStringLiteral("end"), srx.includeEndCodes);
    appendFormatHandle(out, QStringLiteral("isolated"), srx.includeIsolatedCodes);
    out += QStringLiteral("  </header>\n  <body>\n    <languagerules>\n");
    for (const LanguageRule &language : srx.languageRules)
        appendLanguageRule(out, language);
    out += QStringLiteral("    </languagerules>\n    <maprules>\n");
    for (const LanguageMap &map : srx.maps) {
        out += QStringLiteral("      <languagemap");
        xml::appendAttribute(out, u"languagepattern", map.pattern);
        xml::appendAttribute(out, u"languagerulename", map.rules);
        out += QStringLiteral("/>\n");
    }
    out += QStringLiteral("    </maprules>\n  </body>\n</srx>\n");
    return out.toUtf8();
}

} // namespace verbale::srx
