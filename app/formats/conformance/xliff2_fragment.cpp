#include "formats/conformance/xliff2_fragment.h"

#include "formats/conformance/xliff2_names.h"
#include "xml/characters.h"

namespace verbale::conformance::xliff2 {

namespace {

/// File, group, unit, then one leaf: what is read next may not stand before what has been read.
enum Rank { NothingYet, FileRead, GroupRead, UnitRead, LeafRead };

struct Reader
{
    Fragment fragment;
    QString fault;
    int rank = NothingYet;

    void selector(QStringView text)
    {
        const qsizetype equals = text.indexOf(u'=');
        const QStringView prefix = equals < 0 ? QStringView() : text.first(equals);
        const QStringView id = text.sliced(equals + 1);
        if ((equals >= 0 && !xml::isNmtoken(prefix)) || !xml::isNmtoken(id)) {
            fault = QStringLiteral("\"%1\" is no selector; write prefix=id or id").arg(text);
        } else if (prefix == u"f") {
            step(FileRead, fragment.file, id, text);
        } else if (prefix == u"g") {
            step(GroupRead, fragment.group, id, text);
        } else if (prefix == u"u") {
            step(UnitRead, fragment.unit, id, text);
        } else {
            leaf(prefix, id, text);
        }
    }

    void step(Rank next, QString &field, QStringView id, QStringView text)
    {
        if (rank >= next) {
            fault =
                QStringLiteral("\"%1\" stands twice or out of order; the order is file, group, unit and one "
                               "last selector")
                    .arg(text);
            return;
        }
        rank = next;
        field = id.toString();
    }

    void leaf(QStringView prefix, QStringView id, QStringView text)
    {
        const bool isCore = prefix.isEmpty() || prefix == u"n" || prefix == u"d" || prefix == u"t";
        if (!isCore && prefix.size() == 1) {
            fault = QStringLiteral(
                        "the prefix \"%1\" is none of f, g, u, n, d and t, and that of a module has more "
                        "than one character")
                        .arg(prefix);
        } else if (!isCore && !isRegisteredPrefix(prefix)) {
            fault = QStringLiteral("the prefix \"%1\" is not registered for a module or an extension")
                        .arg(prefix);
        } else if (rank == LeafRead) {
            fault = QStringLiteral("\"%1\" follows another last selector; one may stand alone").arg(text);
        } else {
            rank = LeafRead;
            fragment.prefix = prefix.toString();
            fragment.id = id.toString();
        }
    }
};

} // namespace

Fragment parseFragment(QStringView text, QString &fault)
{
    Reader reader;
    reader.fragment.isAbsolute = text.startsWith(u'/');
    for (const QStringView selector : (reader.fragment.isAbsolute ? text.sliced(1) : text).split(u'/')) {
        reader.selector(selector);
        if (!reader.fault.isEmpty())
            break;
    }
    fault = reader.fault;
    return reader.fragment;
}

bool isLocal(QStringView reference)
{
    return reference.startsWith(u'#');
}

} // namespace verbale::conformance::xliff2
