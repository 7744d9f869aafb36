#include "plugins/glossary-alignment/style_shelf.h"

#include "glossary/data/builtin_styles.h"

#include <QtCore/QFileInfo>

namespace verbale::alignment {

Result<StyleShelf::Shelved> StyleShelf::take(const QString &profile)
{
    const bool shipped = profile.isEmpty() || !glossary::builtinStyleFile(profile).isEmpty();
    const QFileInfo info(profile);
    const qint64 size = shipped ? -1 : info.size();
    const QDateTime modified = shipped ? QDateTime() : info.lastModified();
    if (m_shelved.style && m_profile == profile && m_size == size && m_modified == modified)
        return m_shelved;
    Result<glossary::StyleContents> contents = glossary::loadHouseStyle(profile);
    if (!contents)
        return contents.error();
    m_shelved = {std::make_shared<glossary::HouseStyle>(std::move(contents->style)), {}};
    for (const Error &error : contents->rejected)
        m_shelved.warnings.append(error.text());
    m_profile = profile;
    m_size = size;
    m_modified = modified;
    return m_shelved;
}

std::shared_ptr<const glossary::HouseStyle> StyleShelf::last()
{
    if (!m_shelved.style && !take({}))
        return std::make_shared<glossary::HouseStyle>();
    return m_shelved.style;
}

} // namespace verbale::alignment
