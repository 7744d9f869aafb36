#include "glossary/data/builtin_styles.h"

#include "text/file_io.h"

#include <QtCore/QFileInfo>

#include <algorithm>

namespace verbale::glossary {

QStringList builtinStyleNames()
{
    QStringList names;
    std::for_each(builtinStyleTable, builtinStyleTable + builtinStyleCount,
                  [&names](const BuiltinStyleBytes &style) { names.append(QLatin1String(style.name)); });
    return names;
}

QByteArray builtinStyleFile(const QString &name)
{
    const auto *end = builtinStyleTable + builtinStyleCount;
    const auto *found = std::find_if(builtinStyleTable, end, [&name](const BuiltinStyleBytes &style) {
        return name == QLatin1String(style.name);
    });
    return found == end ? QByteArray()
                        : QByteArray::fromRawData(reinterpret_cast<const char *>(found->bytes),
                                                  static_cast<qsizetype>(found->size));
}

Result<StyleContents> loadHouseStyle(const QString &nameOrFile)
{
    const QString name = nameOrFile.isEmpty() ? QString::fromLatin1(defaultStyleName) : nameOrFile;
    if (const QByteArray shipped = builtinStyleFile(name); !shipped.isEmpty())
        return readHouseStyle(shipped, name + QStringLiteral(".tsv"));
    if (!QFileInfo::exists(name))
        return Error{QStringLiteral("glossary.no-style"),
                     QStringLiteral("There is no house style \"%1\". Name a file, or one of %2.")
                         .arg(name, builtinStyleNames().join(QLatin1String(", "))),
                     {}};
    const Result<QByteArray> bytes = text::readFile(name);
    if (!bytes)
        return bytes.error();
    return readHouseStyle(*bytes, name);
}

} // namespace verbale::glossary
