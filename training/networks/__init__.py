"""Networks: backbones, descriptor, hash heads, generator and discriminator."""
