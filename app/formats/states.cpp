#include "formats/states.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace verbale::states {

namespace {

using enum SegmentState;

const QStringList &qualifiers()
{
    static const QStringList names = {QStringLiteral("exact-match"),
                                      QStringLiteral("fuzzy-match"),
                                      QStringLiteral("id-match"),
                                      QStringLiteral("leveraged-glossary"),
                                      QStringLiteral("leveraged-inherited"),
                                      QStringLiteral("leveraged-mt"),
                                      QStringLiteral("leveraged-repository"),
                                      QStringLiteral("leveraged-tm"),
                                      QStringLiteral("mt-suggestion"),
                                      QStringLiteral("rejected-grammar"),
                                      QStringLiteral("rejected-inaccurate"),
                                      QStringLiteral("rejected-length"),
                                      QStringLiteral("rejected-spelling"),
                                      QStringLiteral("tm-suggestion")};
    return names;
}

const Row *rowOf(Dialect dialect, const QString &name)
{
    for (const Row &row : table()) {
        if (row.dialect == dialect && row.name == name)
            return &row;
    }
    return nullptr;
}

/// The row that a subState of a dialect stands for.
const Row *rowOf(const State &state)
{
    for (const Row &row : table()) {
        const QLatin1String before = prefix(row.dialect);
        if (!row.canonical && row.state == state.state &&
            state.subState.size() == before.size() + row.name.size() && state.subState.startsWith(before) &&
            state.subState.endsWith(row.name))
            return &row;
    }
    return nullptr;
}

/// Whether the text can be a value of ours after "x-" or a prefix: XLIFF allows no white space in it.
bool isWord(const QString &text)
{
    return !text.isEmpty() &&
           std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c.isNull(); });
}

} // namespace

const QList<Row> &table()
{
    constexpr QLatin1String anew("needs-translation");
    constexpr QLatin1String done("translated");
    constexpr QLatin1String look("needs-review-translation");
    constexpr QLatin1String seen("signed-off");
    constexpr QLatin1String last("final");
    const auto row = [](Dialect dialect, const char *name, SegmentState state, bool canonical,
                        QLatin1String in12) {
        return Row{dialect, QLatin1String(name), state, canonical, in12};
    };
    using enum Dialect;
    static const QList<Row> rows = {
        row(Xliff12, "needs-translation", Initial, true, anew),
        row(Xliff12, "new", Initial, false, QLatin1String("new")),
        row(Xliff12, "needs-l10n", Initial, false, QLatin1String("needs-l10n")),
        row(Xliff12, "needs-adaptation", Initial, false, QLatin1String("needs-adaptation")),
        row(Xliff12, "translated", Translated, true, done),
        row(Xliff12, "needs-review-translation", Translated, false, look),
        row(Xliff12, "needs-review-l10n", Translated, false, QLatin1String("needs-review-l10n")),
        row(Xliff12, "needs-review-adaptation", Translated, false, QLatin1String("needs-review-adaptation")),
        row(Xliff12, "signed-off", Reviewed, true, seen),
        row(Xliff12, "final", Final, true, last),

        row(Sdl, "Draft", Initial, true, anew),
        row(Sdl, "Unspecified", Initial, false, anew),
        row(Sdl, "Translated", Translated, true, done),
        row(Sdl, "RejectedTranslation", Translated, false, look),
        row(Sdl, "ApprovedTranslation", Reviewed, true, seen),
        row(Sdl, "RejectedSignOff", Reviewed, false, look),
        row(Sdl, "ApprovedSignOff", Final, true, last),

        row(MemoQ, "PartiallyEdited", Initial, true, anew),
        row(MemoQ, "NotStarted", Initial, false, QLatin1String("new")),
        row(MemoQ, "Pretranslated", Initial, false, anew),
        row(MemoQ, "AssembledFromFragments", Initial, false, anew),
        row(MemoQ, "MachineTranslated", Initial, false, anew),
        row(MemoQ, "Rejected", Initial, false, anew),
        row(MemoQ, "ManuallyConfirmed", Translated, true, done),
        row(MemoQ, "Reviewer1Confirmed", Reviewed, true, seen),
        row(MemoQ, "Proofread", Final, true, last),

        row(Memsource, "0", Initial, true, anew),
        row(Memsource, "1", Translated, true, done),
        row(Memsource, "2", Reviewed, true, seen),
        row(Memsource, "3", Final, true, last),

        row(WorldServer, "pending", Initial, true, anew),
        row(WorldServer, "finished", Translated, true, done),
        row(WorldServer, "rejected", Translated, false, look),
        row(WorldServer, "reviewed", Reviewed, true, seen),
        row(WorldServer, "approved", Final, true, last)};
    return rows;
}

QLatin1String prefix(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Xliff12:
        return QLatin1String("xliff12:");
    case Dialect::Sdl:
        return QLatin1String("sdl:");
    case Dialect::MemoQ:
        return QLatin1String("memoq:");
    case Dialect::Memsource:
        return QLatin1String("memsource:");
    case Dialect::WorldServer:
        return QLatin1String("iws:");
    }
    return {};
}

std::optional<State> stateOf(Dialect dialect, const QString &name)
{
    const Row *row = rowOf(dialect, name);
    if (row == nullptr)
        return std::nullopt;
    return State{row->state, row->canonical ? QString() : prefix(dialect) + name};
}

QString nameOf(Dialect dialect, const State &state)
{
    const Row *said = state.subState.isEmpty() ? nullptr : rowOf(state);
    if (said != nullptr && said->dialect == dialect)
        return said->name;
    if (said != nullptr && dialect == Dialect::Xliff12)
        return said->inXliff12;
    for (const Row &row : table()) {
        const bool same = said != nullptr && row.inXliff12 == said->inXliff12 && row.state == state.state;
        if (row.dialect == dialect && same)
            return row.name;
    }
    for (const Row &row : table()) {
        if (row.dialect == dialect && row.canonical && row.state == state.state)
            return row.name;
    }
    return {};
}

State fromXliff12(const TargetState &target, bool hasText)
{
    State state;
    if (const auto known = stateOf(Dialect::Xliff12, target.state)) {
        state = *known;
    } else {
        state.state = hasText ? Translated : Initial;
        if (isWord(target.state))
            state.subState = prefix(Dialect::Xliff12) + target.state;
    }
    if (target.approved && state.state == Translated && state.subState.isEmpty())
        state.state = Final;
    if (state.subState.isEmpty() && isWord(target.qualifier)) {
        const QString own = target.qualifier.mid(2);
        const qsizetype colon = own.indexOf(u':');
        const bool isOwn = target.qualifier.startsWith(QLatin1String("x-")) && colon > 0 &&
                           colon + 1 < own.size() && !own.startsWith(prefix(Dialect::Xliff12));
        state.subState = isOwn ? own : prefix(Dialect::Xliff12) + target.qualifier;
    }
    return state;
}

TargetState toXliff12(const State &state)
{
    TargetState target;
    target.approved = state.state == Final;
    target.state = nameOf(Dialect::Xliff12, state);
    if (state.subState.isEmpty() || rowOf(state) != nullptr)
        return target;
    const QLatin1String before = prefix(Dialect::Xliff12);
    const QString own = state.subState.mid(before.size());
    if (!state.subState.startsWith(before)) {
        if (isWord(state.subState))
            target.qualifier = QLatin1String("x-") + state.subState;
    } else if (qualifiers().contains(own)) {
        target.qualifier = own;
    } else if (own.startsWith(QLatin1String("x-")) && own.size() > 2 && isWord(own)) {
        // A state of somebody's own, or a qualifier: the state, as long as it says what is meant.
        const bool isTranslated = state.state == Translated;
        (isTranslated ? target.state : target.qualifier) = own;
    }
    return target;
}

} // namespace verbale::states
