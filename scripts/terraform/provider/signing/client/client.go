// Package client stands in for the module that signs calls of the OSS API, which module proxies do not hand out. Planning
// resources that do not exist yet makes no such call.
package client

import spi "github.com/alibabacloud-go/alibabacloud-gateway-spi/client"

// Client signs nothing.
type Client = spi.Client

// NewClient gives a client that signs nothing.
var NewClient = spi.NewClient
