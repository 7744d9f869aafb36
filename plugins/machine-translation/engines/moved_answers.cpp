#include "plugins/machine-translation/engines/moved_answers.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale::mt {

namespace {

using Marks = QSet<QString>;

Marks marksOf(const QString &text)
{
    static const QRegularExpression mark(
        QStringLiteral("(?:<|\\bid\\s*=\\s*[\"']?)([gx]\\d+)|(?<![\\d#])(\\d{4,})(?!\\d)"));
    Marks marks;
    for (auto matches = mark.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        marks.insert(match.hasCaptured(2) ? match.captured(2) : match.captured(1));
    }
    return marks;
}

struct Sides
{
    Marks asked;
    Marks answered;
};

} // namespace

bool answersAreMoved(const Batch &batch, const QList<ItemAnswer> &answers)
{
    if (answers.size() < 2)
        return false;
    QList<Sides> all;
    for (const ItemAnswer &one : answers)
        all.append({marksOf(batch.items.at(one.item).text), marksOf(one.text)});
    return std::any_of(all.begin(), all.end(), [&all](const Sides &lost) {
        if (lost.asked.isEmpty() || lost.answered.intersects(lost.asked))
            return false;
        return std::any_of(all.begin(), all.end(), [&lost](const Sides &found) {
            return found.answered.contains(lost.asked) && !found.asked.intersects(lost.asked);
        });
    });
}

} // namespace verbale::mt
