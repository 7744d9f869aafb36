#include "host/resolver.h"

#include <QtTest/QTest>

#include <algorithm>
#include <random>

namespace verbale::host {

namespace {

ResolveNode node(const char *id, const QStringList &needs = {})
{
    ResolveNode made{QLatin1String(id), QVersionNumber(1), {}, true, {}};
    for (const QString &need : needs)
        made.needs.append({need, {}});
    return made;
}

QStringList orderOf(const QList<ResolveNode> &nodes)
{
    QStringList ids;
    for (const qsizetype index : resolve(nodes).order)
        ids.append(nodes[index].id);
    return ids;
}

/// What can be started, found the slow way: take away what lacks something until nothing changes, then take
/// what has all it needs until nothing changes.
QSet<QString> startableBySlowRules(const QList<ResolveNode> &nodes)
{
    QSet<QString> started;
    for (bool changed = true; changed;) {
        changed = false;
        for (const ResolveNode &candidate : nodes) {
            const bool ready =
                candidate.candidate && !started.contains(candidate.id) &&
                std::all_of(candidate.needs.cbegin(), candidate.needs.cend(),
                            [&](const Requirement &need) { return started.contains(need.id); });
            if (ready) {
                started.insert(candidate.id);
                changed = true;
            }
        }
    }
    return started;
}

} // namespace

class TestResolver : public QObject
{
    Q_OBJECT

private slots:
    void neededOnesFirstElseAsGiven()
    {
        QCOMPARE(orderOf({node("c"), node("a"), node("b")}), QStringList({"c", "a", "b"}));
        QCOMPARE(orderOf({node("c", {"a"}), node("z"), node("b"), node("a", {"b"})}),
                 QStringList({"b", "a", "c", "z"}));
        QCOMPARE(orderOf({}), QStringList());
    }

    void messages_data()
    {
        QTest::addColumn<QList<ResolveNode>>("nodes");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("message");
        ResolveNode off = node("off");
        off.candidate = false;
        off.reason = QStringLiteral("it is switched off: It is switched off in the settings.");
        ResolveNode strict = node("strict");
        strict.needs = {{QStringLiteral("b"), *VersionRange::parse(QStringLiteral(">=1.2 <2"))}};
        using Nodes = QList<ResolveNode>;
        QTest::newRow("itself") << Nodes{node("a", {"a"})} << 0 << "in a circle: a \u2192 a.";
        QTest::newRow("two") << Nodes{node("a", {"b"}), node("b", {"a"})} << 1
                             << "in a circle: b \u2192 a \u2192 b.";
        QTest::newRow("missing") << Nodes{node("a", {"b"})} << 0
                                 << "It needs the plugin b, which is not installed.";
        QTest::newRow("missing version")
            << Nodes{strict} << 0 << "It needs the plugin b >=1.2 <2, which is not installed.";
        QTest::newRow("version") << Nodes{strict, node("b")} << 0
                                 << "It needs the plugin b >=1.2 <2, but version 1 is installed.";
        QTest::newRow("off")
            << Nodes{node("a", {"off"}), off} << 0
            << "It needs the plugin off, but it is switched off: It is switched off in the settings.";
        QTest::newRow("second hand")
            << Nodes{node("a", {"b"}), node("b", {"c"})} << 0
            << "It needs the plugin b, which cannot be started: It needs the plugin c, "
               "which is not installed.";
        QTest::newRow("first of two reasons")
            << Nodes{node("a", {"x", "y"})} << 0 << "It needs the plugin x, which is not installed.";
        QTest::newRow("a circle that is needed")
            << Nodes{node("top", {"a"}), node("a", {"b"}), node("b", {"a"})} << 0
            << "It needs the plugin a, which cannot be started: The plugins need "
               "each other in a circle: a \u2192 b \u2192 a.";
    }
    void messages()
    {
        QFETCH(QList<ResolveNode>, nodes);
        QFETCH(int, index);
        QFETCH(QString, message);
        const Resolution resolution = resolve(nodes);
        QVERIFY(resolution.missed.contains(index));
        QVERIFY2(resolution.missed[index].message.endsWith(message),
                 qPrintable(resolution.missed[index].message));
        QCOMPARE(resolution.missed[index].step, QStringLiteral("resolve"));
    }

    void aUsableOneStandsForItsId()
    {
        ResolveNode broken = node("b");
        broken.candidate = false;
        QCOMPARE(orderOf({broken, node("a", {"b"}), node("b")}), QStringList({"b", "a"}));
    }

    void randomGraphsAgreeWithTheSlowRules()
    {
        std::mt19937 random(99);
        int circles = 0;
        for (int round = 0; round < 3'000; ++round) {
            const int count = 1 + static_cast<int>(random() % 9);
            QList<ResolveNode> nodes;
            for (int i = 0; i < count; ++i) {
                nodes.append(node("x"));
                nodes.last().id = QString::number(i);
                nodes.last().candidate = random() % 12 != 0;
                for (unsigned needs = random() % 3; needs > 0; --needs)
                    nodes.last().needs.append(
                        {QString::number(random() % static_cast<unsigned>(count + 1)), {}});
            }
            const Resolution resolution = resolve(nodes);
            QSet<QString> startable;
            for (const qsizetype index : resolution.order) {
                for (const Requirement &need : nodes[index].needs)
                    QVERIFY2(startable.contains(need.id), "started before what it needs");
                startable.insert(nodes[index].id);
            }
            QCOMPARE(startable, startableBySlowRules(nodes));
            QCOMPARE(startable.size(), resolution.order.size());
            for (qsizetype i = 0; i < nodes.size(); ++i)
                QCOMPARE(resolution.missed.contains(i),
                         nodes[i].candidate && !startable.contains(nodes[i].id));
            for (const Problem &problem : resolution.missed)
                circles += problem.code == QLatin1String("resolve.cycle") ? 1 : 0;
        }
        QVERIFY(circles > 500);
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestResolver)
#include "tst_resolver.moc"
