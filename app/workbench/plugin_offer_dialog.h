#pragma once

#include "session/plugin_install.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace verbale::workbench {

/// What a plugin asks for, who says that they made it, and how it would run: shown before anything of it
/// runs. Accepted: install it.
class PluginOfferDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `wasTrusted`: the version that is installed runs inside Verbale.
    PluginOfferDialog(const session::PluginOffer &offer, bool wasTrusted, QWidget *parent = nullptr);

    [[nodiscard]] QPushButton *installButton() const { return m_install; }
    [[nodiscard]] QString text() const; ///< all that it says

private:
    QWidget *makeFacts(const session::PluginOffer &offer, bool wasTrusted);
    [[nodiscard]] static QString whatIsNew(const session::PluginOffer &offer);

    QPushButton *m_install;
};

} // namespace verbale::workbench
