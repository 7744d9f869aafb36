#include "plugins/machine-translation/engines/moved_answers.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>
#include <iterator>

namespace verbale::mt {

namespace {

using Marks = QSet<QString>;

/// Tags by their names, and figures too long to be written in words.
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

/// Every figure, with an ordinal's ending too; not those of tags, of characters' numbers and of names such as
/// G20.
Marks figuresOf(const QString &text)
{
    static const QRegularExpression figure(QStringLiteral("(?<![\\w#])0*(\\d+)(?:st|nd|rd|th)?(?!\\w)"));
    Marks figures;
    for (auto matches = figure.globalMatch(text); matches.hasNext();)
        figures.insert(matches.next().captured(1));
    return figures;
}

struct Sides
{
    Marks asked;
    Marks answered;
    Marks own = {}; ///< of `asked`, what no other text has

    /// It has something of its own, and none of that is in its answer.
    [[nodiscard]] bool isLost() const { return !own.isEmpty() && !answered.intersects(own); }
};

QList<Sides> sidesOf(const Batch &batch, const QList<ItemAnswer> &answers, Marks (*of)(const QString &))
{
    QList<Sides> all;
    QHash<QString, int> texts;
    for (const ItemAnswer &one : answers) {
        all.append({of(batch.items.at(one.item).text), of(one.text)});
        for (const QString &mark : std::as_const(all.last().asked))
            ++texts[mark];
    }
    for (Sides &one : all) {
        std::copy_if(one.asked.begin(), one.asked.end(), std::inserter(one.own, one.own.end()),
                     [&texts](const QString &mark) { return texts.value(mark) == 1; });
    }
    return all;
}

/// What one text has and its answer lacks stands in the answer of another.
bool marksAreMoved(const QList<Sides> &all)
{
    return std::any_of(all.begin(), all.end(), [&all](const Sides &lost) {
        const bool whole = !lost.asked.isEmpty() && !lost.answered.intersects(lost.asked);
        return (whole || lost.isLost()) && std::any_of(all.begin(), all.end(), [&](const Sides &found) {
                   return (whole && found.answered.contains(lost.asked) &&
                           !found.asked.intersects(lost.asked)) ||
                          (lost.isLost() && found.answered.contains(lost.own));
               });
    });
}

/// What it has of its own stands in another's answer.
bool standsElsewhere(const Sides &one, const QList<Sides> &all)
{
    return std::any_of(all.begin(), all.end(), [&one](const Sides &other) {
        return &other != &one && other.answered.contains(one.own);
    });
}

/// Short figures are often written in words or counted another way ("17 giờ": "5 p.m."), so two texts have to
/// have lost their own, and the one's has to have gone to the other and the other's somewhere as well.
bool figuresAreMoved(const QList<Sides> &all)
{
    return std::any_of(all.begin(), all.end(), [&all](const Sides &lost) {
        return lost.isLost() && std::any_of(all.begin(), all.end(), [&](const Sides &found) {
                   return found.isLost() && found.answered.contains(lost.own) && standsElsewhere(found, all);
               });
    });
}

/// Whether all that is its text's alone is in its answer, and not all that is another's alone: part of that
/// may be a figure that English writes otherwise.
bool isInPlace(const Sides &one, const QList<Sides> &all)
{
    return one.answered.contains(one.own) && std::none_of(all.begin(), all.end(), [&one](const Sides &other) {
               return &other != &one && !other.own.isEmpty() && one.answered.contains(other.own);
           });
}

/// Not by chance: one short figure may be anybody's.
bool tellsMuch(const Marks &marks, const Marks &figures)
{
    return !marks.isEmpty() || figures.size() > 1 ||
           std::any_of(figures.begin(), figures.end(),
                       [](const QString &figure) { return figure.size() > 1; });
}

} // namespace

qsizetype doubtMovedAnswers(const Batch &batch, QList<ItemAnswer> &answers)
{
    if (answers.size() < 2)
        return 0;
    const QList<Sides> marks = sidesOf(batch, answers, marksOf);
    const QList<Sides> figures = sidesOf(batch, answers, figuresOf);
    if (!marksAreMoved(marks) && !figuresAreMoved(figures))
        return 0;
    for (qsizetype i = 0; i < answers.size(); ++i)
        answers[i].doubtful = !isInPlace(marks.at(i), marks) || !isInPlace(figures.at(i), figures) ||
                              !tellsMuch(marks.at(i).own, figures.at(i).own);
    return std::count_if(answers.begin(), answers.end(), [](const ItemAnswer &one) { return one.doubtful; });
}

} // namespace verbale::mt
