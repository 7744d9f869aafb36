#include "session/house_styles.h"

#include "glossary/data/builtin_styles.h"

namespace verbale::session {

QStringList houseStyleNames()
{
    QStringList names = glossary::builtinStyleNames();
    names.sort();
    const QString first = QString::fromLatin1(glossary::defaultStyleName);
    names.removeAll(first);
    names.prepend(first);
    return names;
}

Result<glossary::StyleContents> houseStyle(const QString &nameOrFile)
{
    return glossary::loadHouseStyle(nameOrFile);
}

Result<QByteArray> houseStyleFile(const QString &name)
{
    const QByteArray file = glossary::builtinStyleFile(name);
    if (file.isEmpty())
        return Error{QStringLiteral("glossary.no-style"),
                     QStringLiteral("There is no shipped house style \"%1\". Use %2.")
                         .arg(name, houseStyleNames().join(QLatin1String(" or "))),
                     {}};
    return file;
}

} // namespace verbale::session
