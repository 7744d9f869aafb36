#pragma once

#include "host/protocol/judge.h"

#include <QtCore/QHash>

namespace verbale::host {

/// Collects the warnings of judging: one line for each kind of fault, with how often it came and where first.
class Complaints
{
public:
    /// `what` says what was left out and why, as in "left out a term that lies outside of its text".
    void add(const char *what, const QString &segmentId);
    /// Appends the lines to the plugin's own warnings, which are cut to the limits first.
    void into(QStringList &warnings) const;

private:
    struct Complaint
    {
        const char *what;
        QString firstSegment;
        int count = 0;
    };
    QList<Complaint> m_complaints;
};

/// Whether a span lies in a text, is not empty and cuts no surrogate pair.
bool liesIn(const Span &span, QStringView text);

/// Whether the U+FFFC of a text can stand for codes of a source: no more of them than the source has, each
/// of its codes once at most, an opening one before its closing one. `order` as in Suggestion::codes.
bool placeholdersFit(const QString &text, const QList<qsizetype> &order, const QString &source,
                     const QList<SegmentCode> &codes);

/// The segments of a request by id. A single one needs no table.
template <typename Segment>
class AskedSegments
{
public:
    explicit AskedSegments(const QList<Segment> &segments) : m_segments(segments)
    {
        if (segments.size() > 1) {
            for (qsizetype i = 0; i < segments.size(); ++i)
                m_places.insert(text(segments[i]).id, i);
        }
    }

    /// The index of a segment; -1 when none was asked for with this id, or not in this revision.
    [[nodiscard]] qsizetype find(const QString &id, qint64 revision, Complaints &complaints) const
    {
        const qsizetype place =
            m_segments.size() == 1 ? (text(m_segments[0]).id == id ? 0 : -1) : m_places.value(id, -1);
        if (place < 0)
            complaints.add("answered for another segment; that was left out", id);
        else if (text(m_segments[place]).revision != revision)
            complaints.add("answered for another revision of the segment; that was left out", id);
        else
            return place;
        return -1;
    }

    [[nodiscard]] const SegmentText &at(qsizetype place) const { return text(m_segments[place]); }

private:
    static const SegmentText &text(const SegmentText &segment) { return segment; }
    template <typename S>
    static const SegmentText &text(const S &segment)
    {
        return segment.text;
    }

    const QList<Segment> &m_segments;
    QHash<QString, qsizetype> m_places;
};

} // namespace verbale::host
