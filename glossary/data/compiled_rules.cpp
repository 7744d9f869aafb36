#include "glossary/data/compiled_rules.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>

namespace verbale::glossary {

namespace {

constexpr quint32 magic = 0x56524C31; // "VRL1": counts up with the form
constexpr QDataStream::Version streamVersion = QDataStream::Qt_6_4;

} // namespace

QByteArray compileRules(const MatchRules &rules)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    stream << magic << static_cast<quint32>(rules.stopExpressions.size());
    for (const StopExpression &rule : rules.stopExpressions) {
        stream << rule.expression.toUtf8() << static_cast<quint32>(rule.blocks.size());
        for (const QString &term : rule.blocks)
            stream << term.toUtf8();
    }
    stream << static_cast<quint32>(rules.spellings.size());
    for (const SpellingPair &pair : rules.spellings)
        stream << pair.a.toUtf8() << pair.b.toUtf8() << static_cast<quint8>(pair.kind);
    return bytes;
}

Result<MatchRules> readCompiledRules(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(streamVersion);
    const auto number = [&stream] {
        quint32 value = 0;
        stream >> value;
        return value;
    };
    const auto string = [&stream] {
        QByteArray utf8;
        stream >> utf8;
        return QString::fromUtf8(utf8);
    };
    const auto good = [&stream] { return stream.status() == QDataStream::Ok; };
    MatchRules rules;
    bool right = number() == magic;
    for (quint32 count = right ? number() : 0; count > 0 && good(); --count) {
        StopExpression rule{string(), {}};
        for (quint32 terms = number(); terms > 0 && good(); --terms)
            rule.blocks.append(string());
        rules.stopExpressions.append(std::move(rule));
    }
    for (quint32 count = right ? number() : 0; count > 0 && good(); --count) {
        SpellingPair pair{string(), string(), {}};
        quint8 kind = 0;
        stream >> kind;
        right = right && kind <= static_cast<quint8>(SpellingKind::Abbreviation);
        pair.kind = static_cast<SpellingKind>(kind);
        rules.spellings.append(std::move(pair));
    }
    if (!right || !good() || !stream.atEnd())
        return Error{
            QStringLiteral("glossary.damaged"),
            QStringLiteral("the shipped match rules are damaged; build or install the program again"),
            {}};
    return rules;
}

} // namespace verbale::glossary
