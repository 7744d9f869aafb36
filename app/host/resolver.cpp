#include "host/resolver.h"

#include <optional>

namespace verbale::host {

namespace {

class Resolver
{
public:
    explicit Resolver(const QList<ResolveNode> &nodes) : m_nodes(nodes), m_marks(nodes.size(), Mark::New)
    {
        for (qsizetype i = 0; i < nodes.size(); ++i) {
            // A candidate stands for its id before one that is none.
            const auto known = m_byId.constFind(nodes[i].id);
            if (known == m_byId.cend() || (nodes[i].candidate && !nodes[*known].candidate))
                m_byId.insert(nodes[i].id, i);
        }
    }

    Resolution run()
    {
        for (qsizetype i = 0; i < m_nodes.size(); ++i) {
            if (m_nodes[i].candidate && m_marks[i] == Mark::New)
                visit(i);
        }
        return m_resolution;
    }

private:
    enum class Mark { New, Open, Done };

    void visit(qsizetype index);
    std::optional<Problem> judge(const Requirement &need);
    void missCycle(qsizetype from);

    static Problem problem(const char *code, const QString &message)
    {
        return {QStringLiteral("resolve"), QLatin1String("resolve.") + QLatin1String(code), message};
    }

    const QList<ResolveNode> &m_nodes;
    QList<Mark> m_marks;
    QHash<QString, qsizetype> m_byId;
    QList<qsizetype> m_path; ///< the nodes that are being visited, from the outermost on
    Resolution m_resolution;
};

void Resolver::visit(qsizetype index)
{
    m_marks[index] = Mark::Open;
    m_path.append(index);
    for (const Requirement &need : m_nodes[index].needs) {
        const auto fault = judge(need);
        if (fault && !m_resolution.missed.contains(index))
            m_resolution.missed.insert(index, *fault);
    }
    m_path.removeLast();
    m_marks[index] = Mark::Done;
    if (!m_resolution.missed.contains(index))
        m_resolution.order.append(index);
}

std::optional<Problem> Resolver::judge(const Requirement &need)
{
    const auto found = m_byId.constFind(need.id);
    const QString wanted = need.id + (need.version.minimum.isNull() && need.version.below.isNull()
                                          ? QString()
                                          : QLatin1Char(' ') + need.version.text());
    if (found == m_byId.cend())
        return problem("missing",
                       QStringLiteral("It needs the plugin %1, which is not installed.").arg(wanted));
    const ResolveNode &other = m_nodes[*found];
    if (!other.candidate)
        return problem("not-usable",
                       QStringLiteral("It needs the plugin %1, but %2").arg(need.id, other.reason));
    if (!need.version.contains(other.version))
        return problem("version", QStringLiteral("It needs the plugin %1, but version %2 is installed.")
                                      .arg(wanted, other.version.toString()));
    if (m_marks[*found] == Mark::Open) {
        missCycle(*found);
        return std::nullopt; // missCycle() has noted it for every plugin of the circle
    }
    if (m_marks[*found] == Mark::New)
        visit(*found);
    const auto missed = m_resolution.missed.constFind(*found);
    if (missed == m_resolution.missed.cend() || m_resolution.missed.contains(m_path.last()))
        return std::nullopt;
    return problem(
        "not-usable",
        QStringLiteral("It needs the plugin %1, which cannot be started: %2").arg(need.id, missed->message));
}

/// Every plugin from `from` to the end of the path needs the next one, and the last needs `from`.
void Resolver::missCycle(qsizetype from)
{
    const QList<qsizetype> ring = m_path.mid(m_path.indexOf(from));
    for (qsizetype start = 0; start < ring.size(); ++start) {
        QStringList chain;
        for (qsizetype step = 0; step <= ring.size(); ++step)
            chain.append(m_nodes[ring[(start + step) % ring.size()]].id);
        if (!m_resolution.missed.contains(ring[start])) {
            m_resolution.missed.insert(
                ring[start], problem("cycle", QStringLiteral("The plugins need each other in a circle: %1.")
                                                  .arg(chain.join(QStringLiteral(" \u2192 ")))));
        }
    }
}

} // namespace

Resolution resolve(const QList<ResolveNode> &nodes)
{
    return Resolver(nodes).run();
}

} // namespace verbale::host
