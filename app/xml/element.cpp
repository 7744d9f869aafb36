#include "xml/parse.h"

namespace verbale::xml {

bool Element::has(QLatin1String attribute) const
{
    for (const Attribute &candidate : attributes) {
        if (candidate.ns.isEmpty() && candidate.name == attribute)
            return true;
    }
    return false;
}

QString Element::value(QLatin1String attribute) const
{
    return value(QLatin1String(), attribute);
}

QString Element::value(QLatin1String uri, QLatin1String attribute) const
{
    for (const Attribute &candidate : attributes) {
        if (candidate.name == attribute && candidate.ns == uri)
            return candidate.value;
    }
    return {};
}

QString Element::text() const
{
    QString all;
    for (const Node &node : children)
        all += node.element ? node.element->text() : node.text;
    return all;
}

void Visitor::text(QByteArrayView, qint64) {}

Visitor::Content Visitor::contentOf(const QString &, const QString &)
{
    return Content::Text;
}

int Visitor::kindOf(const QString &, const QString &)
{
    return 0;
}

} // namespace verbale::xml
