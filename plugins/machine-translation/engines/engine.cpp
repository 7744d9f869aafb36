#include "plugins/machine-translation/engines/engine.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace verbale::mt {

qint64 codePoints(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

qint64 Engine::estimatedCharacters(const Item &item) const
{
    return codePoints(item.text);
}

QString tableOf(const QList<TermPair> &entries)
{
    QStringList lines;
    for (const TermPair &term : entries)
        lines.append(term.source + QLatin1Char('\t') + term.target);
    return lines.join(QLatin1Char('\n'));
}

GlossaryState after(GlossaryState known, const GlossaryStep &step, const QString &id)
{
    if (step.kind == GlossaryStep::Kind::Find)
        return {id, {}, !id.isEmpty()};
    if (step.kind != GlossaryStep::Kind::Merge)
        return {id, step.entries};
    for (const TermPair &entry : step.entries) {
        known.entries.removeIf([&entry](const TermPair &one) { return one.source == entry.source; });
        known.entries.append(entry);
    }
    return {id, known.entries};
}

} // namespace verbale::mt
