#include "formats/states.h"

#include <QtCore/QFile>
#include <QtTest/QtTest>

using namespace verbale;
using states::Dialect;
using states::State;
using states::TargetState;

namespace {

QString formatName(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Xliff12:
        return QStringLiteral("XLIFF 1.2");
    case Dialect::Sdl:
        return QStringLiteral("SDLXLIFF");
    case Dialect::MemoQ:
        return QStringLiteral("MQXLIFF");
    case Dialect::Memsource:
        return QStringLiteral("MXLIFF");
    case Dialect::WorldServer:
        return QStringLiteral("WorldServer");
    }
    return {};
}

} // namespace

class TestStates : public QObject
{
    Q_OBJECT

private slots:
    void documentHoldsTheTable();
    void namesComeBack();
    void everyStateHasAName();
    void xliff12_data();
    void xliff12();
    void qualifiersComeBack_data();
    void qualifiersComeBack();
    void otherDialectsInXliff12();
};

void TestStates::documentHoldsTheTable()
{
    QFile file(QStringLiteral(VERBALE_SOURCE_DIR "/docs/states.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList inDocument;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u'|') && !line.startsWith(QLatin1String("| ---")) &&
            !line.startsWith(QLatin1String("| format")))
            inDocument << line;
    }
    QStringList inCode;
    for (const states::Row &row : states::table()) {
        const State state = *states::stateOf(row.dialect, row.name);
        const QString subState = state.subState.isEmpty() ? QString() : state.subState + u' ';
        inCode << QStringLiteral("| %1 | %2 | %3 | %4| %5 |")
                      .arg(formatName(row.dialect), row.name, stateName(state.state), subState,
                           row.inXliff12);
    }
    QCOMPARE(inDocument, inCode);
}

void TestStates::namesComeBack()
{
    for (const states::Row &row : states::table()) {
        const std::optional<State> state = states::stateOf(row.dialect, row.name);
        QVERIFY(state);
        QCOMPARE(states::nameOf(row.dialect, *state), QString(row.name));
    }
    QVERIFY(!states::stateOf(Dialect::Sdl, QStringLiteral("translated")));
}

void TestStates::everyStateHasAName()
{
    for (const Dialect dialect :
         {Dialect::Xliff12, Dialect::Sdl, Dialect::MemoQ, Dialect::Memsource, Dialect::WorldServer}) {
        for (int i = 0; i < 4; ++i) {
            const State state{static_cast<SegmentState>(i), QStringLiteral("other:tool")};
            const std::optional<State> again = states::stateOf(dialect, states::nameOf(dialect, state));
            QVERIFY(again);
            QCOMPARE(again->state, state.state);
        }
    }
}

void TestStates::xliff12_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("qualifier");
    QTest::addColumn<bool>("approved");
    QTest::addColumn<bool>("hasText");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QString>("subState");
    const auto row = [](const char *name, const char *state, const char *qualifier, bool approved, bool text,
                        SegmentState expected, const char *subState) {
        QTest::newRow(name) << QString::fromLatin1(state) << QString::fromLatin1(qualifier) << approved
                            << text << static_cast<int>(expected) << QString::fromLatin1(subState);
    };
    using enum SegmentState;
    row("nothing", "", "", false, false, Initial, "");
    row("text alone", "", "", false, true, Translated, "");
    row("approved text", "", "", true, true, Final, "");
    row("approved nothing", "", "", true, false, Initial, "");
    row("approved and translated", "translated", "", true, true, Final, "");
    row("approved and signed off", "signed-off", "", true, true, Reviewed, "");
    row("approved, to be looked at", "needs-review-l10n", "", true, true, Translated,
        "xliff12:needs-review-l10n");
    row("fuzzy", "needs-translation", "fuzzy-match", false, true, Initial, "xliff12:fuzzy-match");
    row("state before qualifier", "new", "fuzzy-match", false, true, Initial, "xliff12:new");
    row("somebody's own state", "x-reviewed-twice", "", false, true, Translated, "xliff12:x-reviewed-twice");
    row("ours", "needs-translation", "x-verbale:pretranslated", false, true, Initial,
        "verbale:pretranslated");
    row("not a word", "a b", "c d", false, true, Translated, "");
}

void TestStates::xliff12()
{
    QFETCH(QString, state);
    QFETCH(QString, qualifier);
    QFETCH(bool, approved);
    QFETCH(bool, hasText);
    QFETCH(int, expected);
    QFETCH(QString, subState);
    const State read = states::fromXliff12({state, qualifier, approved}, hasText);
    QCOMPARE(static_cast<int>(read.state), expected);
    QCOMPARE(read.subState, subState);
    QCOMPARE(states::fromXliff12(states::toXliff12(read), hasText), read);
}

void TestStates::qualifiersComeBack_data()
{
    QTest::addColumn<QString>("subState");
    for (const char *name : {"verbale:pretranslated", "my:own", "xliff12:leveraged-tm", "xliff12:x-mine"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestStates::qualifiersComeBack()
{
    QFETCH(QString, subState);
    for (int i = 0; i < 4; ++i) {
        const State state{static_cast<SegmentState>(i), subState};
        QCOMPARE(states::fromXliff12(states::toXliff12(state), true), state);
    }
}

void TestStates::otherDialectsInXliff12()
{
    const State rejected = *states::stateOf(Dialect::Sdl, QStringLiteral("RejectedTranslation"));
    QCOMPARE(states::toXliff12(rejected).state, QStringLiteral("needs-review-translation"));
    QCOMPARE(states::nameOf(Dialect::WorldServer, rejected), QStringLiteral("rejected"));
    const State untouched = *states::stateOf(Dialect::MemoQ, QStringLiteral("NotStarted"));
    QCOMPARE(states::nameOf(Dialect::Xliff12, untouched), QStringLiteral("new"));
    QCOMPARE(states::toXliff12({SegmentState::Final, {}}), (TargetState{QStringLiteral("final"), {}, true}));
}

QTEST_APPLESS_MAIN(TestStates)
#include "tst_states.moc"
