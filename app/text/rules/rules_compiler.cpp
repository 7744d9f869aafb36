// Run by the build: turns the shipped SRX file into a table in C++, so that the library reads no XML and no
// file. verbale-rules-compiler OUT.cpp IN.srx LANGUAGE

#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>
#include <QtCore/QXmlStreamReader>

#include <cstdio>

namespace {

struct Rule
{
    bool breaks = true;
    QString before;
    QString after;
};

struct RulesFile
{
    bool cascade = false;
    QHash<QString, QList<Rule>> rules;   ///< by the language rule's name
    QList<QPair<QString, QString>> maps; ///< language pattern, name
};

int fail(const QString &message)
{
    std::fprintf(stderr, "%s\n", qPrintable(message));
    return 1;
}

RulesFile read(QXmlStreamReader &xml)
{
    RulesFile file;
    QString name;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() == u"header")
            file.cascade = attributes.value(QLatin1String("cascade")) == u"yes";
        else if (xml.name() == u"languagerule")
            name = attributes.value(QLatin1String("languagerulename")).toString();
        else if (xml.name() == u"rule")
            file.rules[name].append({attributes.value(QLatin1String("break")) != u"no", {}, {}});
        else if (xml.name() == u"beforebreak")
            file.rules[name].last().before = xml.readElementText();
        else if (xml.name() == u"afterbreak")
            file.rules[name].last().after = xml.readElementText();
        else if (xml.name() == u"languagemap")
            file.maps.append({attributes.value(QLatin1String("languagepattern")).toString(),
                              attributes.value(QLatin1String("languagerulename")).toString()});
    }
    return file;
}

QString literal(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return QStringLiteral("u\"") + text + u'"';
}

QString table(const RulesFile &file, const QString &language)
{
    QString rows;
    for (const auto &[pattern, name] : file.maps) {
        if (!QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(language).hasMatch())
            continue;
        for (const Rule &rule : file.rules.value(name)) {
            rows += QStringLiteral("    {%1, %2,\n     %3},\n")
                        .arg(QLatin1String(rule.breaks ? "true" : "false"), literal(rule.before),
                             literal(rule.after));
        }
        if (!file.cascade)
            break;
    }
    return rows;
}

QString byteList(const QByteArray &bytes)
{
    QString list;
    for (qsizetype i = 0; i < bytes.size(); ++i)
        list +=
            QString::number(static_cast<unsigned char>(bytes[i])) + QLatin1String(i % 24 == 23 ? ",\n" : ",");
    return list;
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 4)
        return fail(QStringLiteral("usage: verbale-rules-compiler OUT.cpp IN.srx LANGUAGE"));
    QFile in(QString::fromLocal8Bit(arguments[2]));
    if (!in.open(QIODevice::ReadOnly))
        return fail(in.fileName() + QStringLiteral(": ") + in.errorString());
    const QByteArray bytes = in.readAll();
    QXmlStreamReader xml(bytes);
    const RulesFile file = read(xml);
    if (xml.hasError())
        return fail(
            QStringLiteral("%1:%2: %3").arg(in.fileName()).arg(xml.lineNumber()).arg(xml.errorString()));
    const QString rows = table(file, QString::fromLocal8Bit(arguments[3]));
    if (rows.isEmpty())
        return fail(in.fileName() + QStringLiteral(": there are no rules for the language"));

    QFile out(QString::fromLocal8Bit(arguments[1]));
    const QString source = QStringLiteral("#include \"text/rules/shipped_rules.h\"\n\n"
                                          "namespace verbale::text {\n\n"
                                          "static constexpr ShippedRule table[] = {\n%1};\n\n"
                                          "static constexpr unsigned char bytes[] = {\n%2};\n\n"
                                          "std::span<const ShippedRule> shippedRuleTable()\n"
                                          "{\n    return table;\n}\n\n"
                                          "std::span<const unsigned char> shippedRuleBytes()\n"
                                          "{\n    return bytes;\n}\n\n"
                                          "} // namespace verbale::text\n");
    if (!out.open(QIODevice::WriteOnly) || out.write(source.arg(rows, byteList(bytes)).toUtf8()) < 0)
        return fail(out.fileName() + QStringLiteral(": ") + out.errorString());
    return 0;
}
