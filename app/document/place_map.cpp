#include "document/place_map.h"

#include "document/inline_codes.h"

#include <QtCore/QHash>

#include <algorithm>

namespace verbale {

namespace {

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

/// The words that stand once in a text, with their places; all others have -1.
QHash<QString, qsizetype> uniqueWords(const QString &text)
{
    QHash<QString, qsizetype> words;
    for (qsizetype start = 0; start < text.size();) {
        if (!isWordPart(text[start])) {
            ++start;
            continue;
        }
        qsizetype end = start;
        while (end < text.size() && isWordPart(text[end]))
            ++end;
        const QString word = text.mid(start, end - start);
        if (word.size() > 1 || word.front().isDigit())
            words.insert(word, words.contains(word) ? -1 : start);
        start = end;
    }
    return words;
}

/// The longest run of them that is in order in the target as well. `all` are in the order of the source.
QList<Correspondence> longestInOrder(const QList<Correspondence> &all)
{
    QList<qsizetype> ends; // of the best run of each length, the index of its last part
    QList<qsizetype> before(all.size(), -1);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto place =
            std::upper_bound(ends.begin(), ends.end(), all[i].target.start,
                             [&all](qsizetype start, qsizetype end) { return start < all[end].target.end; });
        const qsizetype length = place - ends.begin();
        before[i] = length > 0 ? ends[length - 1] : -1;
        if (length == ends.size())
            ends.append(i);
        else if (all[i].target.end < all[ends[length]].target.end)
            ends[length] = i;
    }
    QList<Correspondence> run;
    for (qsizetype i = ends.isEmpty() ? -1 : ends.last(); i >= 0; i = before[i])
        run.prepend(all[i]);
    return run;
}

bool isWordStart(const QString &text, qsizetype place)
{
    return place < text.size() && isWordPart(text[place]) && (place == 0 || !isWordPart(text[place - 1]));
}

/// Marks and spaces that look alike in two languages.
bool isSameMark(QChar one, QChar other)
{
    return !isWordPart(one) && !isWordPart(other) && one != inlineCodeMark && other != inlineCodeMark &&
           one.isSpace() == other.isSpace();
}

} // namespace

bool isWordEnd(const QString &text, qsizetype place)
{
    return place > 0 && isWordPart(text[place - 1]) && (place == text.size() || !isWordPart(text[place]));
}

PlaceMap::PlaceMap(const InlineText &source, const InlineText &target, const QList<Correspondence> &known)
    : m_source(source.text), m_target(target.text)
{
    const QList<qsizetype> inSource = codePlaces(source);
    const QList<qsizetype> inTarget = codePlaces(target);
    const CodeMatches matches = matchCodes(source.codes, target.codes);
    QList<Correspondence> codes;
    for (qsizetype i = 0; i < inSource.size(); ++i) {
        const qsizetype there = matches.inTarget[i];
        if (there >= 0 && there < inTarget.size())
            codes.append(
                Correspondence{{inSource[i], inSource[i] + 1}, {inTarget[there], inTarget[there] + 1}});
    }
    add(codes);
    QList<Correspondence> inside = known;
    inside.removeIf([this](const Correspondence &part) {
        return part.source.start < 0 || part.source.isEmpty() || part.source.end > m_source.size() ||
               part.target.start < 0 || part.target.isEmpty() || part.target.end > m_target.size();
    });
    add(inside);
    addWords();
}

void PlaceMap::addWords()
{
    const QHash<QString, qsizetype> inTarget = uniqueWords(m_target);
    const QHash<QString, qsizetype> inSource = uniqueWords(m_source);
    QList<Correspondence> same;
    for (auto it = inSource.begin(); it != inSource.end(); ++it) {
        const qsizetype there = inTarget.value(it.key(), -1);
        if (*it >= 0 && there >= 0)
            same.append(Correspondence{{*it, *it + it.key().size()}, {there, there + it.key().size()}});
    }
    add(same);
}

void PlaceMap::add(QList<Correspondence> known)
{
    const auto before = [](const Correspondence &one, const Correspondence &other) {
        return one.source.start < other.source.start;
    };
    std::stable_sort(known.begin(), known.end(), before);
    QList<Correspondence> fitting; // those that lie in one gap of the chain in both texts
    for (const Correspondence &part : std::as_const(known)) {
        const auto next = std::lower_bound(m_chain.begin(), m_chain.end(), part, before);
        const bool behindLast =
            next == m_chain.begin() || (std::prev(next)->source.end <= part.source.start &&
                                        std::prev(next)->target.end <= part.target.start);
        const bool beforeNext = next == m_chain.end() || (part.source.end <= next->source.start &&
                                                          part.target.end <= next->target.start);
        const bool apart = fitting.isEmpty() || fitting.last().source.end <= part.source.start;
        if (behindLast && beforeNext && apart)
            fitting.append(part);
    }
    m_chain += longestInOrder(fitting);
    std::sort(m_chain.begin(), m_chain.end(), before);
}

/// Whether the codes at a place of the source stand before a word, and not behind or in one.
bool PlaceMap::opensWord(qsizetype position) const
{
    qsizetype start = position;
    while (start > 0 && m_source[start - 1] == inlineCodeMark)
        --start;
    qsizetype end = position;
    while (end < m_source.size() && m_source[end] == inlineCodeMark)
        ++end;
    return end < m_source.size() && isWordPart(m_source[end]) &&
           (start == 0 || !isWordPart(m_source[start - 1]));
}

qsizetype PlaceMap::nearestWord(qsizetype wanted, const Place &bounds, bool start) const
{
    const auto fits = [&](qsizetype place) {
        return start ? isWordStart(m_target, place) : isWordEnd(m_target, place);
    };
    for (qsizetype away = 0; wanted - away >= bounds.first || wanted + away <= bounds.last; ++away) {
        if (wanted - away >= bounds.first && fits(wanted - away))
            return wanted - away;
        if (wanted + away <= bounds.last && fits(wanted + away))
            return wanted + away;
    }
    return start ? bounds.first : bounds.last;
}

/// The place in the target behind the marks that the source has from the last known part on.
qsizetype PlaceMap::behindSame(qsizetype from, qsizetype to, const Place &bounds) const
{
    qsizetype place = bounds.first;
    for (; from < to && place < bounds.last; ++from) {
        if (m_source[from] == inlineCodeMark) // one that the target lacks
            continue;
        if (!isSameMark(m_source[from], m_target[place]))
            break;
        ++place;
    }
    return place;
}

/// The place in the target before the marks that the source has up to the next known part.
qsizetype PlaceMap::beforeSame(qsizetype from, qsizetype to, const Place &bounds) const
{
    qsizetype place = bounds.last;
    for (; to > from && place > bounds.first; --to) {
        if (m_source[to - 1] == inlineCodeMark)
            continue;
        if (!isSameMark(m_source[to - 1], m_target[place - 1]))
            break;
        --place;
    }
    return place;
}

PlaceMap::Place PlaceMap::placeOf(qsizetype position, bool besideKnown) const
{
    const auto next =
        std::lower_bound(m_chain.begin(), m_chain.end(), position,
                         [](const Correspondence &part, qsizetype at) { return part.source.start < at; });
    Place result{0, 0, next == m_chain.end() ? m_target.size() : next->target.start};
    qsizetype from = 0;
    qsizetype to = next == m_chain.end() ? m_source.size() : next->source.start;
    if (next != m_chain.begin()) {
        const Correspondence &last = *std::prev(next);
        const bool inside = last.source.end > position;
        from = inside ? last.source.start : last.source.end;
        result.first = inside ? last.target.start : last.target.end;
        to = inside ? last.source.end : to;
        result.last = inside ? last.target.end : result.last;
    }
    const auto saysNothing = [this](qsizetype start, qsizetype end) {
        const QStringView part = QStringView(m_source).sliced(start, end - start);
        return std::none_of(part.begin(), part.end(), isWordPart);
    };
    const bool known = next != m_chain.end();
    const bool knownBefore = next != m_chain.begin();
    const bool follows = saysNothing(from, position);
    const bool leads = saysNothing(position, to);
    bool behind = follows;
    if (follows && leads && !(known && knownBefore))
        behind = known ? !besideKnown : knownBefore && besideKnown;
    if (behind) {
        result.place = behindSame(from, position, result);
    } else if (leads) {
        result.place = beforeSame(position, to, result);
    } else {
        const double along = double(position - from) / double(to - from);
        const auto wanted = result.first + qRound64(along * double(result.last - result.first));
        result.place = nearestWord(wanted, result, opensWord(position));
    }
    return result;
}

} // namespace verbale
