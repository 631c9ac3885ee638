/proof/serve
